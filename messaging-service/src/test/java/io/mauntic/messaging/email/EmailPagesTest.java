package io.mauntic.messaging.email;

import static io.mauntic.messaging.MessagingClient.as;
import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.marketer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithSurroundings
class EmailPagesTest {

    private static final String UI = "/ui/messaging/emails";
    private static final String HOSTILE = "<script>alert(1)</script>\" onload=\"x";

    private final OrganizationId organization = TestOrganizations.next();

    private RequestSpecification browser() {
        return marketer(organization)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private RequestSpecification form(String name, String subject, String html) {
        return browser()
                .formParam("name", name)
                .formParam("subject", subject)
                .formParam("html", html)
                .formParam("text", "")
                .formParam("fromName", "Demo")
                .formParam("fromAddress", "news@demo.example");
    }

    @Test
    void a_newcomer_is_told_what_to_do_first() {
        browser()
                .get(UI)
                .then()
                .statusCode(200)
                .body(containsString("No emails yet"))
                .body(containsString("/app/messaging/emails/new"));
        browser()
                .header("Accept-Language", "de")
                .get(UI)
                .then()
                .body(containsString("Noch keine E-Mails"));
        as(organization, "messaging:emails:read")
                .get(UI)
                .then()
                .statusCode(200)
                .body(not(containsString("/app/messaging/emails/new")));
    }

    @Test
    void an_email_is_written_and_changed_in_the_editor() {
        browser()
                .get(UI + "/new")
                .then()
                .statusCode(200)
                .body(containsString("{{ contact.firstname | default: &quot;friend&quot; }}"));
        String page =
                form("Welcome", "Hi", "<p>Hello</p>")
                        .post(UI + "/new")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        assertThat(page).endsWith(page.substring(page.lastIndexOf("/app/messaging/emails/")));
        String id = page.substring(page.lastIndexOf('/') + 1);
        browser().get(UI).then().body(containsString("Welcome"));
        browser().get(UI + "/" + id).then().statusCode(200).body(containsString("Not sent yet"));
        browser()
                .get(UI + "/" + id + "/edit")
                .then()
                .statusCode(200)
                .body(containsString("&lt;p&gt;Hello&lt;/p&gt;"));
        form("Welcome", "Bye", "<p>Bye</p>").post(UI + "/" + id + "/edit").then().statusCode(303);
        marketer(organization)
                .get("/api/messaging/emails/" + id)
                .then()
                .body("subject", equalTo("Bye"));
        browser().post(UI + "/" + id + "/delete").then().statusCode(303);
        marketer(organization).get("/api/messaging/emails").then().body("items", hasSize(0));
    }

    @Test
    void a_draft_waits_for_its_writer_and_nobody_is_sent_it() {
        long id = email(organization, "Saved", "<p>saved</p>");
        form("Welcome", "Half a sent", "")
                .formParam("draftRevision", "0")
                .post(UI + "/" + id + "/draft")
                .then()
                .statusCode(200)
                .body("kept", equalTo(true))
                .body("problems.field", equalTo(List.of("html")));
        browser()
                .get(UI + "/" + id + "/edit")
                .then()
                .body(containsString("value=\"Half a sent\""))
                .body(containsString("This is your draft of"));
        marketer(organization)
                .get("/api/messaging/emails/" + id)
                .then()
                .body("subject", equalTo("Saved"));
        form("Welcome", "late", "<p>x</p>")
                .formParam("draftRevision", "7")
                .post(UI + "/" + id + "/draft")
                .then()
                .body("kept", equalTo(false));

        browser().post(UI + "/" + id + "/draft/discard").then().statusCode(303);
        browser().get(UI + "/" + id + "/edit").then().body(containsString("value=\"Saved\""));
        form("Welcome", "New", "<p>x</p>").post(UI + "/new/draft").then().statusCode(200);
        browser().get(UI + "/new").then().body(containsString("value=\"New\""));
        form("Welcome", "New", "<p>x</p>").post(UI + "/new").then().statusCode(303);
        browser().get(UI + "/new").then().body(not(containsString("value=\"New\"")));
    }

    @Test
    void words_that_somebody_else_saved_meanwhile_are_not_overwritten_unseen() {
        long id = email(organization, "Ours", "<p>x</p>");
        String base = base(browser().get(UI + "/" + id + "/edit").asString());
        form("N", "Theirs", "<p>x</p>")
                .formParam("draftBase", base)
                .post(UI + "/" + id + "/edit")
                .then()
                .statusCode(303);

        String again =
                form("N", "Mine", "<p>x</p>")
                        .formParam("draftBase", base)
                        .post(UI + "/" + id + "/edit")
                        .then()
                        .statusCode(409)
                        .body(containsString("Somebody else has saved a change meanwhile"))
                        .body(containsString("value=\"Mine\""))
                        .extract()
                        .asString();
        form("N", "Mine", "<p>x</p>")
                .formParam("draftBase", base(again))
                .post(UI + "/" + id + "/edit")
                .then()
                .statusCode(303);
    }

    @Test
    void errors_stand_beside_their_fields_and_values_stay() {
        form("Welcome", "Hi {{ contact.firstname | shout }}", "<p>kept</p>")
                .post(UI + "/new")
                .then()
                .statusCode(422)
                .body(containsString("field-subject-error"))
                .body(containsString("there is no filter “shout”."))
                .body(containsString("&lt;p&gt;kept&lt;/p&gt;"));
    }

    @Test
    void what_an_author_wrote_is_shown_in_a_sandbox_only() {
        long id = email(organization, "Hi", "<p>" + HOSTILE + "</p>");
        browser()
                .get(UI + "/" + id + "/preview")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("<iframe"),
                                containsString(" sandbox "),
                                not(containsString("<script>alert"))));
        browser()
                .get(UI + "/" + id + "/body")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox; default-src 'none'"))
                .body(containsString("<script>alert"));
        browser()
                .formParam("html", "<b>{{ contact.firstname | default: 'x' }}</b>")
                .post(UI + "/preview")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox"))
                .body(equalTo("<b>x</b>"));
        browser()
                .formParam("subject", "Hi {{ contact.firstname | default: '<i>' }}")
                .post(UI + "/preview/subject")
                .then()
                .statusCode(200)
                .body(containsString("Hi &lt;i&gt;"));
        browser()
                .formParam("html", "{{ broken")
                .post(UI + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("Line 1"));
    }

    @Test
    void hostile_names_do_no_harm() {
        form(HOSTILE, HOSTILE, "<p>x</p>").post(UI + "/new").then().statusCode(303);
        browser()
                .get(UI)
                .then()
                .body(not(containsString("<script>alert")))
                .body(not(containsString("\" onload=\"x")));
    }

    @Test
    void a_test_is_sent_from_the_preview_as_a_chosen_contact() {
        long id = email(organization, "Hi {{ contact.firstname }}", "<p>x</p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada", "ada@example.org");
        browser()
                .get(UI + "/" + id + "/preview?contactId=" + ada)
                .then()
                .statusCode(200)
                .body(containsString("Hi Ada"));
        String to = "pagetest" + organization + "@example.org";
        browser()
                .formParam("to", to)
                .formParam("contactId", ada)
                .post(UI + "/" + id + "/test")
                .then()
                .statusCode(303);
        assertThat(Surroundings.SMTP.to(to))
                .singleElement()
                .satisfies(mail -> assertThat(mail.content()).contains("Subject: Hi Ada"));
        browser()
                .formParam("to", "nobody")
                .post(UI + "/" + id + "/test")
                .then()
                .statusCode(422)
                .body(containsString("field-to-error"));
    }

    private static String base(String page) {
        return Jsoup.parse(page).selectFirst("input[name=draftBase]").attr("value");
    }

    @Test
    void who_may_not_sees_nothing() {
        long id = email(organization, "Hi", "<p>x</p>");
        given().get(UI).then().statusCode(401);
        as(organization, "crm:contacts:read").get(UI).then().statusCode(403);
        as(organization, "messaging:emails:read").get(UI + "/new").then().statusCode(403);
        as(organization, "messaging:emails:read")
                .post(UI + "/" + id + "/delete")
                .then()
                .statusCode(403);
        as(organization, "messaging:emails:read")
                .contentType("application/x-www-form-urlencoded")
                .post(UI + "/" + id + "/draft")
                .then()
                .statusCode(403);
        marketer(TestOrganizations.next())
                .contentType("application/x-www-form-urlencoded")
                .post(UI + "/" + id + "/draft")
                .then()
                .statusCode(404);
        RequestSpecification other = marketer(TestOrganizations.next());
        other.get(UI + "/" + id).then().statusCode(404);
        marketer(TestOrganizations.next()).get(UI + "/" + id + "/preview").then().statusCode(404);
        marketer(TestOrganizations.next())
                .get(UI + "/" + id + "/body")
                .then()
                .statusCode(200)
                .body(not(containsString("<p>x</p>")));
    }
}
