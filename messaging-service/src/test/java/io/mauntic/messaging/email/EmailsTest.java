package io.mauntic.messaging.email;

import static io.mauntic.messaging.MessagingClient.as;
import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.marketer;
import static io.mauntic.messaging.MessagingClient.words;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.MessagingClient;
import io.mauntic.messaging.SmtpSink.Behaviour;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithSurroundings
class EmailsTest {

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void an_email_is_written_read_changed_and_deleted() {
        long id = email(organization, "Hello {{ contact.firstname }}", "<p>Hi</p>");
        marketer(organization)
                .get("/api/messaging/emails/" + id)
                .then()
                .statusCode(200)
                .body("subject", equalTo("Hello {{ contact.firstname }}"))
                .body("figures.sent", equalTo(0));
        marketer(organization)
                .body(Map.of("subject", "Bye", "text", "plain"))
                .patch("/api/messaging/emails/" + id)
                .then()
                .statusCode(200)
                .body("subject", equalTo("Bye"))
                .body("text", equalTo("plain"))
                .body("html", equalTo("<p>Hi</p>"));
        Map<String, Object> withoutText = new HashMap<>();
        withoutText.put("text", null);
        marketer(organization)
                .contentType("application/merge-patch+json")
                .body(withoutText)
                .patch("/api/messaging/emails/" + id)
                .then()
                .statusCode(200)
                .body("text", nullValue());
        marketer(organization).delete("/api/messaging/emails/" + id).then().statusCode(204);
        marketer(organization).get("/api/messaging/emails/" + id).then().statusCode(404);
        marketer(organization).delete("/api/messaging/emails/" + id).then().statusCode(404);
        marketer(organization)
                .body(Map.of("subject", "x"))
                .patch("/api/messaging/emails/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void broken_liquid_is_refused_with_field_line_and_sentence() {
        marketer(organization)
                .body(
                        words(
                                "n",
                                "Hi {{ contact.firstname | shout }}",
                                "<p>ok</p>\n<p>{{ contact.firstname</p>"))
                .post("/api/messaging/emails")
                .then()
                .statusCode(422)
                .body("violations.field", contains("subject", "html"))
                .body("violations[0].message", equalTo("Line 1: there is no filter “shout”."))
                .body("violations[1].message", startsWith("Line 2: "));
        long id = email(organization, "Hi", "<p>ok</p>");
        marketer(organization)
                .body(Map.of("html", "{% if %}"))
                .patch("/api/messaging/emails/" + id)
                .then()
                .statusCode(422)
                .body("violations.field", contains("html"));
    }

    @Test
    void wrong_values_are_refused_beside_their_fields() {
        Map<String, Object> wrong =
                new HashMap<>(words(" ", "Hello\r\nBcc: x@example.org", "<p>x</p>"));
        wrong.put("fromAddress", "nobody");
        marketer(organization)
                .body(wrong)
                .post("/api/messaging/emails")
                .then()
                .statusCode(422)
                .body("violations.field", contains("name", "subject", "fromAddress"));
        marketer(organization)
                .body(Map.of("name", "x"))
                .post("/api/messaging/emails")
                .then()
                .statusCode(422)
                .body("violations.field", contains("fromAddress", "fromName", "html", "subject"));
        marketer(organization)
                .body("{\"name\":")
                .post("/api/messaging/emails")
                .then()
                .statusCode(400);
        Map<String, Object> unknown = new HashMap<>(words("n", "s", "h"));
        unknown.put("colour", "red");
        marketer(organization).body(unknown).post("/api/messaging/emails").then().statusCode(400);
        marketer(organization).get("/api/messaging/emails/999999").then().statusCode(404);
    }

    @Test
    void the_same_key_writes_one_email() {
        long first =
                marketer(organization)
                        .header("Idempotency-Key", "k1")
                        .body(words("n", "s", "h"))
                        .post("/api/messaging/emails")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id");
        marketer(organization)
                .header("Idempotency-Key", "k1")
                .body(words("n", "s", "h"))
                .post("/api/messaging/emails")
                .then()
                .statusCode(201)
                .body("id", equalTo((int) first));
        marketer(organization).get("/api/messaging/emails").then().body("total", equalTo(1));
    }

    @Test
    void emails_are_found_sorted_and_paged() {
        for (String name : new String[] {"Berlin", "Athens", "Cairo"}) {
            marketer(organization)
                    .body(words(name, "s", "h"))
                    .post("/api/messaging/emails")
                    .then()
                    .statusCode(201);
        }
        marketer(organization)
                .get("/api/messaging/emails?orderBy=name&orderDir=asc&limit=2")
                .then()
                .statusCode(200)
                .body("items.name", contains("Athens", "Berlin"))
                .body("total", equalTo(3))
                .body("totalPages", equalTo(2))
                .body("nextCursor", notNullValue());
        marketer(organization)
                .get("/api/messaging/emails?orderBy=name&orderDir=asc&limit=2&cursor=2")
                .then()
                .body("items.name", contains("Cairo"))
                .body("nextCursor", nullValue());
        marketer(organization)
                .get("/api/messaging/emails?search=ATH")
                .then()
                .body("items.name", contains("Athens"));
        marketer(organization)
                .get("/api/messaging/emails?orderBy=id;drop table email")
                .then()
                .statusCode(422);
        marketer(organization).get("/api/messaging/emails?cursor=x").then().statusCode(422);
        marketer(organization).get("/api/messaging/emails?limit=101").then().statusCode(422);
    }

    @Test
    void who_may_not_is_refused_and_another_organization_sees_nothing() {
        long id = email(organization, "s", "h");
        given().get("/api/messaging/emails").then().statusCode(401);
        as(organization, "messaging:emails:read")
                .body(words("n", "s", "h"))
                .post("/api/messaging/emails")
                .then()
                .statusCode(403);
        as(organization, "messaging:emails:read")
                .body(Map.of("to", "a@example.org"))
                .post("/api/messaging/emails/" + id + "/test")
                .then()
                .statusCode(403);
        as(organization, "crm:contacts:read")
                .get("/api/messaging/emails/" + id)
                .then()
                .statusCode(403);
        OrganizationId other = TestOrganizations.next();
        marketer(other).get("/api/messaging/emails").then().body("items", hasSize(0));
        marketer(other).get("/api/messaging/emails/" + id).then().statusCode(404);
        marketer(other)
                .body(Map.of("name", "x"))
                .patch("/api/messaging/emails/" + id)
                .then()
                .statusCode(404);
        marketer(other).delete("/api/messaging/emails/" + id).then().statusCode(404);
        marketer(other).get("/api/messaging/emails/" + id + "/preview").then().statusCode(404);
        marketer(other).get("/api/messaging/emails/" + id + "/statistics").then().statusCode(404);
        marketer(other)
                .body(Map.of("to", "a@example.org"))
                .post("/api/messaging/emails/" + id + "/test")
                .then()
                .statusCode(404);
    }

    @Test
    void a_preview_shows_what_a_contact_would_read() {
        long id =
                email(
                        organization,
                        "Hi {{ contact.firstname | default: \"friend\" }}",
                        "<p>{{ contact.firstname }} <a href=\"{{ unsubscribe_url }}\">bye</a></p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada <3", "ada@example.org");
        marketer(organization)
                .get("/api/messaging/emails/" + id + "/preview")
                .then()
                .statusCode(200)
                .body("subject", equalTo("Hi friend"));
        marketer(organization)
                .get("/api/messaging/emails/" + id + "/preview?contactId=" + ada)
                .then()
                .statusCode(200)
                .body("subject", equalTo("Hi Ada <3"))
                .body("html", containsString("<p>Ada &lt;3 "));
        marketer(organization)
                .body(Map.of("html", "<b>{{ contact.firstname | upcase }}</b>"))
                .post("/api/messaging/emails/" + id + "/preview?contactId=" + ada)
                .then()
                .statusCode(200)
                .body("html", equalTo("<b>ADA &lt;3</b>"))
                .body("text", equalTo("ADA <3"));
        marketer(organization)
                .body(Map.of("html", "{{"))
                .post("/api/messaging/emails/" + id + "/preview")
                .then()
                .statusCode(422);
        marketer(organization)
                .get("/api/messaging/emails/" + id + "/preview?contactId=99999999")
                .then()
                .statusCode(404);
        OrganizationId other = TestOrganizations.next();
        long stranger = FakeCrm.RUNNING.contact(other, "Eve", "eve@example.org");
        marketer(organization)
                .get("/api/messaging/emails/" + id + "/preview?contactId=" + stranger)
                .then()
                .statusCode(404);
    }

    @Test
    void a_test_is_sent_at_once_and_counts_nowhere() {
        long id =
                email(
                        organization,
                        "Test {{ contact.firstname | default: \"friend\" }}",
                        "<p>Hi</p>");
        String to = "author" + organization + "@example.org";
        String messageId =
                marketer(organization)
                        .body(Map.of("to", to))
                        .post("/api/messaging/emails/" + id + "/test")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("messageId");
        assertThat(Surroundings.SMTP.to(to))
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(mail.content())
                                        .contains("Subject: Test friend", messageId)
                                        .doesNotContain("/t/o/", "List-Unsubscribe"));
        Surroundings.SMTP.misbehave(to, Behaviour.REFUSE);
        marketer(organization)
                .body(Map.of("to", to))
                .post("/api/messaging/emails/" + id + "/test")
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("No such mailbox"));
        marketer(organization)
                .body(Map.of("to", "nobody"))
                .post("/api/messaging/emails/" + id + "/test")
                .then()
                .statusCode(422)
                .body("violations.field", contains("to"));
        marketer(organization)
                .get("/api/messaging/emails/" + id)
                .then()
                .body("figures.sent", equalTo(0));
    }

    @Test
    void an_email_that_breaks_a_newer_rule_can_be_edited() {
        long id = email(organization, "Hello", "<p>x</p>");
        TestDatabase.execute(
                "update messaging.email set subject = repeat('x', 1500) where id = " + id);
        String address = "/api/messaging/emails/" + id;

        marketer(organization)
                .body(Map.of("name", "Other"))
                .patch(address)
                .then()
                .statusCode(200)
                .body("name", equalTo("Other"));
        marketer(organization)
                .body(Map.of("subject", "y".repeat(999)))
                .patch(address)
                .then()
                .statusCode(422)
                .body("violations.field", contains("subject"));
    }

    @Test
    void a_mail_whose_subject_comes_out_too_long_for_a_header_is_refused_once() {
        long id = email(organization, "{{ contact.firstname }} and on and on", "<p>x</p>");
        long contact =
                FakeCrm.RUNNING.contact(
                        organization,
                        "\u00e9".repeat(495),
                        "long." + organization + "@example.org");

        MessagingClient.send(organization, contact, id);

        assertThat(
                        EventProbe.await("messaging.events", organization, "EmailNotSent", 1)
                                .getFirst()
                                .data()
                                .getString("reason"))
                .isEqualTo("refused");
        assertThat(Surroundings.SMTP.to("long." + organization + "@example.org")).isEmpty();
    }
}
