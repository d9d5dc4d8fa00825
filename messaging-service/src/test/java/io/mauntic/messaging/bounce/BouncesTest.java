package io.mauntic.messaging.bounce;

import static io.mauntic.messaging.MessagingClient.as;
import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.marketer;
import static io.mauntic.messaging.MessagingClient.send;
import static io.mauntic.messaging.bounce.Notifications.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.SmtpSink;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.mauntic.messaging.tracking.TrackedMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithSurroundings
class BouncesTest {

    private static final String EVENTS = "messaging.events";
    private static final String GONE =
            Notifications.of(recipient("failed", "5.1.1", "550 5.1.1 User unknown"));
    private static final String GONE_IN_WORDS =
            "The mailbox does not exist: 550 5.1.1 User unknown";
    private static final String FULL =
            Notifications.of(recipient("failed", "4.2.2", "452 4.2.2 Over quota"));

    @Inject BounceReceiver receiver;
    @Inject ReturnAddresses addresses;

    private final OrganizationId organization = TestOrganizations.next();
    private final String address = "Reader." + organization + "@example.org";
    private long emailId;
    private long contactId;
    private long deliveryId;
    private String sender;
    private Postman postman;

    @BeforeEach
    void a_mail_server_took_a_mail() throws IOException {
        emailId = email(organization, "Hi", "<p>Hi</p>");
        contactId = FakeCrm.RUNNING.contact(organization, "Ada", address);
        send(organization, contactId, emailId);
        deliveryId = told("EmailSent", 1).getFirst().data().getLong("deliveryId");
        sender = mail().from();
        postman = new Postman(receiver.port());
    }

    @AfterEach
    void the_postman_leaves() throws IOException {
        postman.close();
    }

    private SmtpSink.Mail mail() {
        return Surroundings.SMTP.to(address.toLowerCase(Locale.ROOT)).getFirst();
    }

    private List<Seen> told(String type, int count) {
        return EventProbe.await(EVENTS, organization, type, count);
    }

    private boolean delivery(String condition) {
        return TestDatabase.number(
                        "select count(*) from messaging.delivery where id = "
                                + deliveryId
                                + " and "
                                + condition)
                == 1;
    }

    private boolean silenced() {
        return TestDatabase.number(
                        "select count(*) from messaging.suppressed_address where organization_id = "
                                + organization)
                == 1;
    }

    /** Nothing is still on its way: what was answered with 250 is committed. */
    private void nothingBut(String... types) {
        send(organization, contactId, emailId);
        told(silenced() ? "EmailNotSent" : "EmailSent", silenced() ? 1 : 2);
        assertThat(EventProbe.seen(EVENTS, organization))
                .extracting(Seen::type)
                .filteredOn(type -> !type.equals("EmailSent") && !type.equals("EmailNotSent"))
                .containsExactly(types);
    }

    @Test
    void a_mail_that_comes_back_after_it_was_taken_bounces_once_and_silences_the_contact()
            throws IOException {
        assertThat(postman.bring(sender, GONE)).isEqualTo("250 2.0.0 Noted");
        assertThat(delivery("bounce_kind = 'hard'")).isTrue();
        assertThat(postman.bring(sender.toUpperCase(Locale.ROOT), GONE)).startsWith("250");
        assertThat(told("EmailBounced", 1).getFirst().data().getMap())
                .containsEntry("kind", "hard")
                .containsEntry("reason", GONE_IN_WORDS)
                .containsEntry("emailName", "Welcome");
        nothingBut("EmailBounced");
        assertThat(told("EmailNotSent", 1).getFirst().data().getString("reason"))
                .isEqualTo("do-not-contact");
        marketer(organization)
                .get("/api/messaging/emails/" + emailId + "/statistics")
                .then()
                .body("figures.sent", equalTo(1))
                .body("figures.bounced", equalTo(1))
                .body("bounces[0].kind", equalTo("hard"))
                .body("bounces[0].reason", equalTo(GONE_IN_WORDS))
                .body("bounces[0].mails", equalTo(1));
        marketer(organization)
                .get("/ui/messaging/emails/" + emailId)
                .then()
                .statusCode(200)
                .body(containsString("The mailbox does not exist: 550 5.1.1 User unknown"))
                .body(containsString("The contact gets no more emails"));
    }

    @Test
    void a_delay_is_noted_and_nothing_else() throws IOException {
        assertThat(
                        postman.bring(
                                sender,
                                Notifications.of(recipient("delayed", "4.4.1", "timed out"))))
                .startsWith("250");
        assertThat(
                        delivery(
                                "delayed_at is not null and delay like '%timed out' and bounced_at is null"))
                .isTrue();
        assertThat(silenced()).isFalse();
        nothingBut();
    }

    @Test
    void a_soft_bounce_leaves_the_contact_and_a_hard_one_after_it_is_told_too() throws IOException {
        assertThat(postman.bring(sender, FULL)).startsWith("250");
        assertThat(postman.bring(sender, FULL)).startsWith("250");
        assertThat(silenced()).isFalse();
        assertThat(postman.bring(sender, GONE)).startsWith("250");
        assertThat(postman.bring(sender, FULL)).startsWith("250");
        assertThat(told("EmailBounced", 2))
                .extracting(event -> event.data().getString("kind"))
                .containsExactly("soft", "hard");
        nothingBut("EmailBounced", "EmailBounced");
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.bounced", equalTo(1));
    }

    @Test
    void a_mail_that_comes_back_before_its_sending_is_written_down_stays_bounced()
            throws IOException {
        TestDatabase.execute(
                "update messaging.delivery set status = 'queued', done_at = null where id = "
                        + deliveryId);
        assertThat(postman.bring(sender, GONE)).startsWith("250");
        TestDatabase.execute(
                "insert into messaging.due_delivery (delivery_id, organization_id, lane, due_at, claimed_by, handed_over) values (%d, %s, 'realtime', now(), gen_random_uuid(), true)"
                        .formatted(deliveryId, organization));
        nothingBut("EmailBounced");
        told("EmailSent", 2);
        assertThat(delivery("status = 'sent' and bounce_kind = 'hard' and bounced_at is not null"))
                .isTrue();
        assertThat(delivery("reason = '" + GONE_IN_WORDS + "'")).isTrue();
    }

    @Test
    void holiday_replies_and_broken_notifications_are_taken_and_mean_nothing() throws IOException {
        assertThat(postman.bring(sender, "Subject: Out of office\n\nStatus: 5.1.1"))
                .startsWith("250");
        assertThat(postman.bring(sender, GONE.substring(0, 300))).startsWith("250");
        assertThat(delivery("bounced_at is null and delayed_at is null")).isTrue();
        nothingBut();
    }

    @Test
    void only_addresses_that_we_made_are_taken() throws IOException {
        char last = sender.charAt(sender.indexOf('@') - 1);
        String forged = sender.replace(last + "@", (last == 'a' ? 'b' : 'a') + "@");
        for (String nobody :
                List.of(
                        forged,
                        sender.replace("bounce+", "unsubscribe+"),
                        sender.replace("@", "@x."),
                        "bounce+@bounces.mauntic.example",
                        "postmaster@bounces.mauntic.example",
                        "someone@example.org",
                        "")) {
            assertThat(postman.bring(nobody, GONE)).as(nobody).startsWith("550 5.1.1");
        }
        assertThat(delivery("bounced_at is null")).isTrue();
    }

    @Test
    void an_address_reaches_the_mails_of_its_own_organization_alone() throws IOException {
        TrackedMail anothers =
                new TrackedMail(TestOrganizations.next(), new DeliveryId(deliveryId));
        assertThat(postman.bring(addresses.bounce(anothers).orElseThrow(), GONE)).startsWith("250");
        assertThat(postman.bring(addresses.unsubscribe(anothers).orElseThrow(), GONE))
                .startsWith("250");
        assertThat(delivery("bounced_at is null and unsubscribed_at is null")).isTrue();
        nothingBut();
    }

    @Test
    void a_mail_that_is_too_large_is_refused_and_the_next_one_is_taken() throws IOException {
        assertThat(postman.say("MAIL FROM:<> SIZE=5242881")).startsWith("552");
        String large = GONE + "x".repeat(70).concat("\n").repeat(80_000);
        assertThat(postman.bring(sender, large)).startsWith("552 5.3.4");
        assertThat(delivery("bounced_at is null")).isTrue();
        assertThat(postman.bring(sender, GONE)).startsWith("250");
        assertThat(delivery("bounce_kind = 'hard'")).isTrue();
    }

    @Test
    void a_mail_that_breaks_off_has_no_effect() throws IOException {
        postman.say("MAIL FROM:<>");
        postman.say("RCPT TO:<" + sender + ">");
        postman.say("DATA");
        postman.breakOff(GONE);
        assertThat(delivery("bounced_at is null")).isTrue();
        nothingBut();
    }

    @Test
    void a_mail_to_the_unsubscribe_address_unsubscribes_once() throws IOException {
        Matcher header = Pattern.compile("<mailto:([^>]+)>").matcher(mail().content());
        assertThat(header.find()).isTrue();
        assertThat(postman.bring(header.group(1), "From: <ada@example.org>\n\n")).startsWith("250");
        assertThat(postman.bring(header.group(1), "Subject: unsubscribe\n\nplease"))
                .startsWith("250");
        assertThat(told("Unsubscribed", 1).getFirst().data().getMap())
                .containsEntry("channel", "email");
        nothingBut("Unsubscribed");
        assertThat(silenced()).isTrue();
    }

    @Test
    void a_provider_names_a_mail_by_its_address_and_a_complaint_unsubscribes_once() {
        Map<String, String> complaint =
                Map.of(
                        "address",
                        address.toLowerCase(Locale.ROOT),
                        "kind",
                        "complaint",
                        "reason",
                        "abuse");
        report(TestOrganizations.next(), complaint, 404);
        report(organization, Map.of("address", "nobody@example.org", "kind", "complaint"), 404);
        as(organization, "messaging:emails:read")
                .body(complaint)
                .post("/api/messaging/bounces")
                .then()
                .statusCode(403);
        report(organization, complaint, 204);
        report(organization, complaint, 204);
        assertThat(silenced()).isTrue();
        told("Unsubscribed", 1);
        nothingBut("Unsubscribed");
    }

    private static void report(OrganizationId by, Map<String, String> report, int status) {
        marketer(by).body(report).post("/api/messaging/bounces").then().statusCode(status);
    }
}
