package io.mauntic.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SubmissionsTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();
    private final String visitor = "visitor-" + UUID.randomUUID();
    private int submissions;

    @Test
    void a_submission_makes_a_contact_and_names_the_visitor() {
        submit(
                JsonObject.of(
                        "email",
                        "Ada@Lovelace.example",
                        "firstname",
                        "Ada",
                        "company",
                        "Engines",
                        "fields.likes",
                        "tea",
                        "hobby",
                        "maths"));

        long id = contactWith("ada@lovelace.example");
        crm.get("/api/crm/contacts/" + id)
                .body("firstname", equalTo("Ada"))
                .body("company", equalTo("Engines"))
                .body("fields", equalTo(Map.of("likes", "tea", "hobby", "maths")));
        crm.get("/api/crm/contacts/" + id + "/timeline?type=FormSubmitted")
                .body("total", equalTo(1))
                .body("items[0].data.formName", equalTo("Newsletter"));
        crm.get("/api/crm/contacts/" + id + "/timeline?type=ContactCreated")
                .body("items[0].data.source", equalTo("form"));
        assertThat(only("ContactCreated").getString("source")).isEqualTo("form");
        assertThat(only("ContactIdentified"))
                .isEqualTo(JsonObject.of("visitorId", visitor, "contactId", id));
        assertThat(registered(1)).containsExactly(registration(1, id));
    }

    @Test
    void a_submission_with_a_known_address_updates_its_contact() {
        long ada =
                crm.contact(
                        Map.of(
                                "email",
                                "ada@lovelace.example",
                                "city",
                                "London",
                                "points",
                                7,
                                "tags",
                                List.of("vip")));

        submit(
                JsonObject.of(
                        "email",
                        "ada@lovelace.example",
                        "city",
                        "Paris",
                        "points",
                        "9999",
                        "tags",
                        "admin",
                        "stage",
                        "customer",
                        "lastname",
                        " "));

        JsonObject updated = only("ContactUpdated");
        assertThat(updated)
                .isEqualTo(
                        JsonObject.of(
                                "contactId",
                                ada,
                                "changed",
                                JsonObject.of("city", "Paris"),
                                "source",
                                "form"));
        crm.get("/api/crm/contacts/" + ada)
                .body("city", equalTo("Paris"))
                .body("points", equalTo(7))
                .body("tags", contains("vip"));
        crm.get("/api/crm/contacts").body("total", equalTo(1));
        assertThat(registered(1)).containsExactly(registration(1, ada));
    }

    @Test
    void a_second_delivery_changes_nothing() {
        UUID event = UUID.randomUUID();
        JsonObject submission =
                submission(JsonObject.of("email", "ada@lovelace.example", "firstname", "Ada"));

        for (int i = 0; i < 3; i++) {
            EventProbe.publish(
                    event,
                    "content.events",
                    crm.organization(),
                    "FormSubmitted",
                    visitor,
                    submission);
        }
        EventProbe.publish(
                "content",
                crm.organization(),
                "FormSubmitted",
                visitor,
                submission(JsonObject.of("email", "last@example.com")));

        long last = contactWith("last@example.com");
        crm.get("/api/crm/contacts").body("total", equalTo(2));
        assertThat(EventProbe.await("crm.events", crm.organization(), "ContactCreated", 2))
                .hasSize(2);
        long ada = contactWith("ada@lovelace.example");
        crm.get("/api/crm/contacts/" + ada + "/timeline?type=FormSubmitted")
                .body("total", equalTo(1));
        assertThat(registered(2))
                .containsExactlyInAnyOrder(registration(1, ada), registration(2, last));
    }

    @Test
    void a_known_visitor_without_an_address_adds_to_the_contact_that_they_are() {
        submit(JsonObject.of("email", "ada@lovelace.example"));
        long ada = contactWith("ada@lovelace.example");

        submit(JsonObject.of("firstname", "Ada"));

        Eventually.until(
                "the name is known",
                () ->
                        "Ada"
                                .equals(
                                        crm.get("/api/crm/contacts/" + ada)
                                                .extract()
                                                .jsonPath()
                                                .getString("firstname")));
        crm.get("/api/crm/contacts").body("total", equalTo(1));
    }

    @Test
    void an_unknown_visitor_without_an_address_becomes_a_contact_all_the_same() {
        submit(JsonObject.of("phone", "030 123456", "email", "not an address"));

        Eventually.until(
                "the contact is there",
                () -> crm.get("/api/crm/contacts").extract().jsonPath().getInt("total") == 1);
        crm.get("/api/crm/contacts").body("items[0].phone", equalTo("030 123456"));
    }

    @Test
    void a_submission_that_says_nothing_waits_until_the_visitor_is_known() {
        submit(new JsonObject());
        submit(JsonObject.of("email", "ada@lovelace.example"));

        long ada = contactWith("ada@lovelace.example");
        Eventually.until(
                "both submissions are told",
                () ->
                        crm.get("/api/crm/contacts/" + ada + "/timeline?type=FormSubmitted")
                                        .extract()
                                        .jsonPath()
                                        .getInt("total")
                                == 2);
        crm.get("/api/crm/contacts").body("total", equalTo(1));
        assertThat(registered(2))
                .containsExactlyInAnyOrder(registration(1, ada), registration(2, ada));
    }

    @Test
    void what_does_not_fit_is_passed_over_and_the_rest_is_kept() {
        submit(
                JsonObject.of(
                        "email", "ada@lovelace.example",
                        "firstname", "x".repeat(5_000),
                        "lastname", "<b>Lovelace</b>",
                        "bad name", "value",
                        "phone", "javascript:alert(1)"));

        long id = contactWith("ada@lovelace.example");
        JsonPath contact = crm.get("/api/crm/contacts/" + id).extract().jsonPath();
        assertThat(contact.getString("firstname")).isNull();
        assertThat(contact.getString("phone")).isNull();
        assertThat(contact.getString("lastname")).isEqualTo("<b>Lovelace</b>");
        assertThat(contact.getMap("fields")).isEmpty();
    }

    private void submit(JsonObject contactFields) {
        EventProbe.publish(
                "content", crm.organization(), "FormSubmitted", visitor, submission(contactFields));
    }

    private JsonObject submission(JsonObject contactFields) {
        return new JsonObject()
                .put("formId", 5)
                .put("formName", "Newsletter")
                .put("formAlias", "newsletter")
                .put("submissionId", ++submissions)
                .put("values", contactFields)
                .put("contactFields", contactFields)
                .put("visitorId", visitor);
    }

    private long contactWith(String email) {
        Eventually.until(
                email + " is there",
                () ->
                        crm.get("/api/crm/contacts?search=" + email)
                                        .extract()
                                        .jsonPath()
                                        .getInt("total")
                                == 1);
        return crm.get("/api/crm/contacts?search=" + email)
                .extract()
                .jsonPath()
                .getLong("items[0].id");
    }

    private List<JsonObject> registered(int count) {
        return EventProbe.await("crm.events", crm.organization(), "SubmissionRegistered", count)
                .stream()
                .map(EventProbe.Seen::data)
                .toList();
    }

    private static JsonObject registration(int submission, long contact) {
        return JsonObject.of("submissionId", submission, "contactId", contact);
    }

    private JsonObject only(String type) {
        List<EventProbe.Seen> seen = EventProbe.await("crm.events", crm.organization(), type, 1);
        assertThat(seen).hasSize(1);
        return seen.getFirst().data();
    }
}
