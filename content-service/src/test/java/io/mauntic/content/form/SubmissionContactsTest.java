package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SubmissionContactsTest {

    private static final Map<String, String> ADA = Map.of("email", "ada@example.com");
    private static final Map<String, String> GRACE =
            Map.of("email", "grace@example.com", "first_name", "Grace");

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);
    private final String alias = FormsApi.alias("linked");
    private long form;

    @BeforeEach
    void aForm() {
        form = api.create(alias);
    }

    @Test
    void a_submission_leads_to_the_contact_that_it_made() {
        submit(alias, ADA);
        submit(alias, GRACE);
        assertThat(contacts()).containsExactly(null, null);
        assertThat(links()).isEmpty();

        registered(organization, submission(api, form, 0), 4712);
        registered(organization, submission(api, form, 1), 4711);

        Eventually.asserted(() -> assertThat(contacts()).containsExactly(4712L, 4711L));
        assertThat(links().eachAttr("href"))
                .containsExactly("/app/crm/contacts/4712", "/app/crm/contacts/4711");
        assertThat(links().eachText()).containsExactly("Grace", "ada@example.com");
    }

    @Test
    void a_submission_that_names_nobody_leads_to_its_contact_all_the_same() {
        String feedback = FormsApi.alias("feedback");
        long id =
                api.createWith(
                        """
                        {"name": "Feedback", "alias": "%s", "postAction": {"type": "message"},
                         "fields": [{"alias": "comment", "label": "Comment", "type": "text", "required": true}]}
                        """
                                .formatted(feedback));
        submit(feedback, Map.of("comment", "Good engines"));

        registered(organization, submission(api, id, 0), 4711);

        Eventually.asserted(() -> assertThat(links(id).eachText()).containsExactly("Contact"));
    }

    @Test
    void a_contact_that_is_erased_is_not_led_to_and_a_second_delivery_changes_nothing() {
        submit(alias, ADA);
        submit(alias, GRACE);
        long ada = submission(api, form, 1);
        UUID event = UUID.randomUUID();
        JsonObject data = new JsonObject().put("submissionId", ada).put("contactId", 4711);
        EventProbe.publish(event, "crm.events", organization, "SubmissionRegistered", 4711, data);
        Eventually.asserted(() -> assertThat(contacts()).containsExactly(null, 4711L));

        EventProbe.publish(
                "crm",
                organization,
                "ContactDeleted",
                4711,
                new JsonObject().put("contactId", 4711));
        Eventually.asserted(() -> assertThat(contacts()).containsExactly(null, null));
        assertThat(listed(api, form).<Map<String, String>>getList("items.values"))
                .containsExactly(GRACE, Map.of());

        // What has the same key comes in order: once the last one is heard, the one before it was.
        EventProbe.publish(event, "crm.events", organization, "SubmissionRegistered", 4711, data);
        EventProbe.publish(
                "crm",
                organization,
                "SubmissionRegistered",
                4711,
                data.copy().put("submissionId", submission(api, form, 0)).put("contactId", 4712));
        Eventually.asserted(() -> assertThat(contacts()).containsExactly(4712L, null));
    }

    @Test
    void the_submissions_of_a_merged_contact_lead_to_the_one_that_stays() {
        submit(alias, ADA);
        registered(organization, submission(api, form, 0), 4711);
        Eventually.asserted(() -> assertThat(contacts()).containsExactly(4711L));

        EventProbe.publish(
                "crm",
                organization,
                "ContactMerged",
                4712,
                new JsonObject().put("contactId", 4712).put("mergedContactId", 4711));

        Eventually.asserted(() -> assertThat(contacts()).containsExactly(4712L));
    }

    @Test
    void another_organizations_events_change_nothing() {
        OrganizationId other = TestOrganizations.next();
        FormsApi theirs = new FormsApi(other);
        String theirAlias = FormsApi.alias("theirs");
        long theirForm = theirs.create(theirAlias);
        submit(alias, ADA);
        submit(theirAlias, GRACE);

        registered(other, submission(api, form, 0), 4711);
        registered(other, submission(theirs, theirForm, 0), 4711);

        Eventually.asserted(() -> assertThat(contacts(theirs, theirForm)).containsExactly(4711L));
        assertThat(contacts()).containsExactly((Long) null);
    }

    private static void submit(String alias, Map<String, String> answers) {
        given().contentType("application/x-www-form-urlencoded")
                .formParams(answers)
                .post("/f/" + alias)
                .then()
                .statusCode(200);
    }

    private static void registered(OrganizationId organization, long submission, long contact) {
        EventProbe.publish(
                "crm",
                organization,
                "SubmissionRegistered",
                contact,
                new JsonObject().put("submissionId", submission).put("contactId", contact));
    }

    private Long[] contacts() {
        return contacts(api, form);
    }

    /** Newest first, as they are listed. */
    private static Long[] contacts(FormsApi api, long form) {
        return listed(api, form).<Map<String, Number>>getList("items").stream()
                .map(item -> item.get("contactId"))
                .map(contact -> contact == null ? null : contact.longValue())
                .toArray(Long[]::new);
    }

    private static long submission(FormsApi api, long form, int position) {
        return listed(api, form).getLong("items[" + position + "].id");
    }

    private static JsonPath listed(FormsApi api, long form) {
        return api.as(READ)
                .get("/api/content/forms/" + form + "/submissions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Elements links() {
        return links(form);
    }

    private Elements links(long form) {
        String page = api.as(READ).get("/ui/content/forms/" + form + "/submissions").asString();
        return Jsoup.parse(page).select("tbody a");
    }
}
