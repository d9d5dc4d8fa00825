package io.mauntic.messaging.delivery;

import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.marketer;
import static io.mauntic.messaging.MessagingClient.request;
import static io.mauntic.messaging.MessagingClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.SmtpSink;
import io.mauntic.messaging.SmtpSink.Behaviour;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithSurroundings
class DeliveryTest {

    private static final String EVENTS = "messaging.events";

    private final OrganizationId organization = TestOrganizations.next();

    private String address(String name) {
        return name + "." + organization + "@example.org";
    }

    private Seen await(String type) {
        return EventProbe.await(EVENTS, organization, type, 1).getFirst();
    }

    private static void undelivered(OrganizationId organization, int count) {
        Eventually.until(
                count + " deliveries wait",
                () ->
                        TestDatabase.number(
                                        "select count(*) from messaging.due_delivery where organization_id = "
                                                + organization)
                                == count);
    }

    @Test
    void a_requested_mail_is_sent_as_its_contact_reads_it() {
        long emailId =
                email(
                        organization,
                        "Hi {{ contact.firstname }}",
                        "<p>{{ contact.firstname }}, <a href=\"https://demo.example/offer\">look</a> or <a href=\"{{ unsubscribe_url }}\">leave</a></p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada & Co", address("ada"));
        String key = send(organization, ada, emailId);
        Seen sent = await("EmailSent");
        assertThat(sent.key()).isEqualTo(Long.toString(ada));
        assertThat(sent.data())
                .isEqualTo(
                        new JsonObject()
                                .put("deliveryId", sent.data().getLong("deliveryId"))
                                .put("deliveryKey", key)
                                .put("contactId", sent.data().getValue("contactId"))
                                .put("emailId", sent.data().getValue("emailId"))
                                .put("emailName", "Welcome")
                                .put("subject", "Hi Ada & Co")
                                .put("campaignId", 12)
                                .put("eventKey", "welcome"));
        assertThat(sent.data().getLong("contactId")).isEqualTo(ada);
        SmtpSink.Mail mail = Surroundings.SMTP.to(address("ada")).getFirst();
        assertThat(mail.from()).matches("bounce\\+[0-9a-v]{1,52}@bounces\\.mauntic\\.example");
        assertThat(mail.content())
                .contains(
                        "Message-ID: <delivery."
                                + organization
                                + "."
                                + sent.data().getLong("deliveryId")
                                + "@demo.example>")
                .contains("From: \"Demo\" <news@demo.example>")
                .containsPattern(
                        "List-Unsubscribe: <https://mauntic.example/unsubscribe/[\\w-]+>,\\s+<mailto:unsubscribe\\+[0-9a-v]+@bounces.mauntic.example>")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                .contains("Ada &amp; Co")
                .doesNotContain("https://demo.example/offer");
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.sent", equalTo(1));
    }

    @Test
    void a_request_that_comes_twice_is_sent_once() {
        long emailId = email(organization, "Once", "<p>x</p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada", address("ada"));
        String key = UUID.randomUUID().toString();
        UUID eventId = UUID.randomUUID();
        EventProbe.publish(
                eventId,
                "campaign.events",
                organization,
                "EmailSendRequested",
                ada,
                request(key, ada, emailId));
        EventProbe.publish(
                eventId,
                "campaign.events",
                organization,
                "EmailSendRequested",
                ada,
                request(key, ada, emailId));
        EventProbe.publish(
                "campaign", organization, "EmailSendRequested", ada, request(key, ada, emailId));
        EventProbe.publishBulk(
                "campaign", organization, "EmailSendRequested", ada, request(key, ada, emailId));
        long last = FakeCrm.RUNNING.contact(organization, "Bob", address("bob"));
        send(organization, last, emailId);
        Eventually.until("the last mail", () -> Surroundings.SMTP.to(address("bob")).size() == 1);
        undelivered(organization, 0);
        assertThat(Surroundings.SMTP.to(address("ada"))).hasSize(1);
    }

    @Test
    void bulk_requests_are_answered_on_the_bulk_lane_with_one_lookup_a_batch() {
        long emailId =
                email(
                        organization,
                        "Bulk {{ contact.firstname }}",
                        "<p><a href=\"https://demo.example/{{ contact.firstname }}\">x</a></p>");
        int lookups = FakeCrm.RUNNING.lookups();
        List<String> addresses = new ArrayList<>();
        Map<Long, JsonObject> requests = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            long id = FakeCrm.RUNNING.contact(organization, "N" + i, address("n" + i));
            addresses.add(address("n" + i));
            requests.put(id, request("bulk:" + id, id, emailId));
        }
        EventProbe.publishBulk("campaign", organization, "EmailSendRequested", requests);
        List<Seen> sent = EventProbe.await(EVENTS + ".bulk", organization, "EmailSent", 200);
        assertThat(sent)
                .allSatisfy(
                        event -> assertThat(event.data().getString("subject")).startsWith("Bulk N"))
                .extracting(event -> event.data().getLong("contactId"))
                .containsExactlyInAnyOrderElementsOf(requests.keySet());
        assertThat(addresses).allSatisfy(to -> assertThat(Surroundings.SMTP.to(to)).hasSize(1));
        assertThat(FakeCrm.RUNNING.lookups() - lookups).isLessThan(100);
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.sent", equalTo(200));
    }

    @Test
    void whom_we_must_not_or_cannot_write_to_gets_nothing() {
        long emailId = email(organization, "No", "<p>x</p>");
        send(
                organization,
                FakeCrm.RUNNING.contact(organization, "A", address("a"), "email"),
                emailId);
        send(organization, FakeCrm.RUNNING.contact(organization, "B", null), emailId);
        send(organization, 987_654_321L, emailId);
        send(organization, FakeCrm.RUNNING.contact(organization, "C", address("c")), 987_654_321L);
        assertThat(EventProbe.await(EVENTS, organization, "EmailNotSent", 4))
                .extracting(event -> event.data().getString("reason"))
                .containsExactlyInAnyOrder(
                        "do-not-contact", "no-address", "unknown-contact", "refused");
        assertThat(Surroundings.SMTP.to(address("a"))).isEmpty();
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.notSent", equalTo(3));
    }

    @Test
    void what_crm_says_of_do_not_contact_counts_at_once() {
        long emailId = email(organization, "No", "<p>x</p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada", address("ada"));
        JsonObject consent =
                new JsonObject()
                        .put("contactId", ada)
                        .put("channel", "email")
                        .put("reason", "manual");
        EventProbe.publish("crm", organization, "DoNotContactAdded", ada, consent);
        Eventually.until(
                "the suppression",
                () ->
                        TestDatabase.number(
                                        "select count(*) from messaging.suppression where contact_id = "
                                                + ada)
                                == 1);
        send(organization, ada, emailId);
        assertThat(await("EmailNotSent").data().getString("reason")).isEqualTo("do-not-contact");
        EventProbe.publish("crm", organization, "DoNotContactRemoved", ada, consent);
        Eventually.until(
                "no suppression",
                () ->
                        TestDatabase.number(
                                        "select count(*) from messaging.suppression where contact_id = "
                                                + ada)
                                == 0);
        send(organization, ada, emailId);
        Eventually.until("the mail", () -> Surroundings.SMTP.to(address("ada")).size() == 1);
    }

    @Test
    void a_refused_recipient_bounces_hard_and_is_never_written_to_again() {
        long emailId = email(organization, "Bounce", "<p>x</p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada", address("gone"));
        Surroundings.SMTP.misbehave(address("gone"), Behaviour.REFUSE);
        send(organization, ada, emailId);
        assertThat(await("EmailBounced").data().getMap())
                .containsEntry("kind", "hard")
                .containsEntry("reason", "550 5.1.1 No such mailbox");
        send(organization, ada, emailId);
        assertThat(await("EmailNotSent").data().getString("reason")).isEqualTo("do-not-contact");
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.bounced", equalTo(1))
                .body("figures.sent", equalTo(0));
    }

    @Test
    void refused_content_bounces_softly_and_the_contact_may_still_be_written_to() {
        long emailId = email(organization, "Spam", "<p>x</p>");
        long ada = FakeCrm.RUNNING.contact(organization, "Ada", address("ada"));
        Surroundings.SMTP.misbehave(address("ada"), Behaviour.REFUSE_CONTENT);
        send(organization, ada, emailId);
        assertThat(await("EmailBounced").data().getString("kind")).isEqualTo("soft");
        send(organization, ada, emailId);
        Eventually.until("the mail", () -> Surroundings.SMTP.to(address("ada")).size() == 1);
    }

    @Test
    void a_domain_beyond_ascii_is_encoded() {
        long emailId = email(organization, "Grüße", "<p>x</p>");
        send(
                organization,
                FakeCrm.RUNNING.contact(organization, "J", "j" + organization + "@bücher.example"),
                emailId);
        await("EmailSent");
        assertThat(Surroundings.SMTP.to("j" + organization + "@xn--bcher-kva.example")).hasSize(1);
    }

    @Test
    void a_mail_put_off_is_tried_again_and_given_up_softly() {
        long emailId = email(organization, "Later", "<p>x</p>");
        Surroundings.SMTP.misbehave(address("later"), Behaviour.PUT_OFF, Behaviour.PUT_OFF_CONTENT);
        send(organization, FakeCrm.RUNNING.contact(organization, "L", address("later")), emailId);
        Eventually.until("the mail", () -> Surroundings.SMTP.to(address("later")).size() == 1);
        Surroundings.SMTP.misbehave(
                address("never"),
                Behaviour.PUT_OFF,
                Behaviour.PUT_OFF,
                Behaviour.PUT_OFF,
                Behaviour.PUT_OFF);
        send(organization, FakeCrm.RUNNING.contact(organization, "N", address("never")), emailId);
        assertThat(await("EmailBounced").data().getString("kind")).isEqualTo("soft");
        assertThat(Surroundings.SMTP.to(address("never"))).isEmpty();
    }

    @Test
    void a_connection_lost_before_the_dot_repeats_the_mail_and_after_the_dot_does_not() {
        long emailId = email(organization, "Lost", "<p>x</p>");
        Surroundings.SMTP.misbehave(address("before"), Behaviour.HANG_UP_BEFORE_DOT);
        Surroundings.SMTP.misbehave(address("after"), Behaviour.HANG_UP_AFTER_DOT);
        send(organization, FakeCrm.RUNNING.contact(organization, "B", address("before")), emailId);
        send(organization, FakeCrm.RUNNING.contact(organization, "A", address("after")), emailId);
        EventProbe.await(EVENTS, organization, "EmailSent", 2);
        undelivered(organization, 0);
        assertThat(Surroundings.SMTP.to(address("after"))).hasSize(1);
        assertThat(Surroundings.SMTP.to(address("before"))).hasSize(1);
    }

    @Test
    void what_a_dead_process_had_claimed_is_sent_and_what_it_had_handed_over_is_not_sent_again() {
        long emailId = email(organization, "Crash", "<p>x</p>");
        long claimed = FakeCrm.RUNNING.contact(organization, "C", address("claimed"));
        long handed = FakeCrm.RUNNING.contact(organization, "H", address("handed"));
        left("claimed", claimed, emailId, false);
        left("handed", handed, emailId, true);
        send(organization, FakeCrm.RUNNING.contact(organization, "W", address("waker")), emailId);
        List<Seen> sent = EventProbe.await(EVENTS, organization, "EmailSent", 3);
        assertThat(sent)
                .extracting(event -> event.data().getLong("contactId"))
                .contains(claimed, handed);
        assertThat(Surroundings.SMTP.to(address("claimed"))).hasSize(1);
        assertThat(Surroundings.SMTP.to(address("handed"))).isEmpty();
        undelivered(organization, 0);
    }

    /** What stands in the database when a process dies: its claim has run out. */
    private void left(String key, long contactId, long emailId, boolean handedOver) {
        TestDatabase.execute(
                """
                with d as (
                    insert into messaging.delivery (organization_id, delivery_key, lane, contact_id, email_id, correlation_id)
                    values (%s, '%s', 'realtime', %d, %d, gen_random_uuid()) returning id)
                insert into messaging.due_delivery (delivery_id, organization_id, lane, due_at, claimed_by, handed_over)
                select id, %s, 'realtime', now(), gen_random_uuid(), %s from d
                """
                        .formatted(
                                organization, key, contactId, emailId, organization, handedOver));
    }

    @Test
    void a_mail_claimed_by_another_living_process_is_left_to_it() {
        long emailId = email(organization, "Other", "<p>x</p>");
        long ada = FakeCrm.RUNNING.contact(organization, "A", address("ada"));
        left("other", ada, emailId, false);
        TestDatabase.execute(
                "update messaging.due_delivery set due_at = now() + interval '1 hour' where organization_id = "
                        + organization);
        send(organization, FakeCrm.RUNNING.contact(organization, "W", address("waker")), emailId);
        Eventually.until(
                "the other mail", () -> Surroundings.SMTP.to(address("waker")).size() == 1);
        assertThat(Surroundings.SMTP.to(address("ada"))).isEmpty();
    }
}
