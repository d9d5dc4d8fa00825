package io.mauntic.messaging.delivery;

import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.marketer;
import static io.mauntic.messaging.MessagingClient.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.SmtpSink.Behaviour;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is erased and comes back with the same address is still not written to. */
@QuarkusTest
@WithComponents
@WithSurroundings
class SuppressedAddressTest {

    private static final String EVENTS = "messaging.events";

    private final OrganizationId organization = TestOrganizations.next();
    private final String address = "ada." + organization + "@example.org";
    private long emailId;
    private long ada;

    @BeforeEach
    void an_email_and_a_contact() {
        emailId = email(organization, "Hi", "<p><a href=\"{{ unsubscribe_url }}\">leave</a></p>");
        ada = FakeCrm.RUNNING.contact(organization, "Ada", address);
    }

    private long contactWith(String sameAddress) {
        return FakeCrm.RUNNING.contact(organization, "Ada again", sameAddress);
    }

    private Seen told(String type, int count) {
        return EventProbe.await(EVENTS, organization, type, count).getLast();
    }

    private void isNotSentTo(long contact, int count) {
        send(organization, contact, emailId);
        assertThat(EventProbe.await(EVENTS, organization, "EmailNotSent", count))
                .hasSize(count)
                .filteredOn(event -> event.data().getLong("contactId") == contact)
                .extracting(event -> event.data().getString("reason"))
                .containsExactly("do-not-contact");
    }

    private void isSentTo(long contact, OrganizationId sender, long email, String to, int count) {
        send(sender, contact, email);
        Eventually.until("the mail", () -> Surroundings.SMTP.to(to).size() == count);
    }

    private void crmSays(UUID event, String type, String reason, String of) {
        JsonObject data = JsonObject.of("contactId", ada, "channel", "email", "reason", reason);
        EventProbe.publish(
                event,
                "crm.events",
                organization,
                type,
                ada,
                of == null ? data : data.put("address", of));
    }

    private void addresses(int count) {
        Eventually.until(
                count + " suppressed addresses",
                () ->
                        TestDatabase.number(
                                        "select count(*) from messaging.suppressed_address where organization_id = "
                                                + organization)
                                == count);
    }

    @Test
    void a_dead_address_is_told_and_gets_nothing_whoever_has_it_and_its_owner_does_at_another() {
        Surroundings.SMTP.misbehave(address, Behaviour.REFUSE);
        send(organization, ada, emailId);
        assertThat(told("EmailBounced", 1).data().getString("address")).isEqualTo(address);

        isNotSentTo(contactWith(address.toUpperCase(Locale.ROOT)), 1);
        assertThat(Surroundings.SMTP.to(address)).isEmpty();

        String newAddress = "new." + address;
        FakeCrm.RUNNING.contact(organization, ada, "Ada", newAddress);
        isSentTo(ada, organization, emailId, newAddress, 1);
    }

    @Test
    void who_unsubscribed_is_not_written_to_as_another_contact_and_another_organization_does() {
        isSentTo(ada, organization, emailId, address, 1);
        told("EmailSent", 1);
        Matcher leave =
                Pattern.compile("https://mauntic.example(/unsubscribe/[\\w-]+)")
                        .matcher(Surroundings.SMTP.to(address).getFirst().content());
        assertThat(leave.find()).isTrue();
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(leave.group(1))
                .then()
                .statusCode(200);
        assertThat(told("Unsubscribed", 1).data().getMap())
                .containsEntry("channel", "email")
                .containsEntry("address", address);

        isNotSentTo(contactWith(address), 1);

        OrganizationId other = TestOrganizations.next();
        long there = FakeCrm.RUNNING.contact(other, "Ada", address);
        isSentTo(there, other, email(other, "Hi", "<p>x</p>"), address, 2);
    }

    @Test
    void what_crm_refuses_holds_for_the_address_until_crm_allows_it_again() {
        UUID refusal = UUID.randomUUID();
        crmSays(refusal, "DoNotContactAdded", "manual", address);
        addresses(1);
        isNotSentTo(contactWith(address), 1);

        UUID allowance = UUID.randomUUID();
        crmSays(allowance, "DoNotContactRemoved", "manual", address);
        addresses(0);
        crmSays(refusal, "DoNotContactAdded", "manual", address);
        crmSays(UUID.randomUUID(), "DoNotContactAdded", "manual", "second." + address);
        addresses(1);
        isSentTo(contactWith(address), organization, emailId, address, 1);
    }

    @Test
    void a_bounce_that_is_over_takes_nothing_of_what_the_person_said() {
        crmSays(UUID.randomUUID(), "DoNotContactAdded", "bounced", address);
        crmSays(UUID.randomUUID(), "DoNotContactAdded", "unsubscribed", address);
        crmSays(UUID.randomUUID(), "DoNotContactRemoved", "bounced", address);
        crmSays(UUID.randomUUID(), "DoNotContactAdded", "manual", "last." + address);
        addresses(2);
        isNotSentTo(contactWith(address), 1);
        FakeCrm.RUNNING.contact(organization, ada, "Ada", "free." + address);
        isNotSentTo(ada, 2);
    }

    @Test
    void a_bounce_left_behind_with_its_address_still_holds_for_the_address() {
        crmSays(UUID.randomUUID(), "DoNotContactAdded", "bounced", address);
        addresses(1);
        crmSays(UUID.randomUUID(), "DoNotContactRemoved", "bounced", null);
        FakeCrm.RUNNING.contact(organization, ada, "Ada", "new." + address);
        isSentTo(ada, organization, emailId, "new." + address, 1);
        isNotSentTo(contactWith(address), 1);
    }

    @Test
    void a_test_mail_to_a_suppressed_address_is_refused() {
        crmSays(UUID.randomUUID(), "DoNotContactAdded", "unsubscribed", address);
        addresses(1);
        marketer(organization)
                .body(Map.of("to", address))
                .post("/api/messaging/emails/" + emailId + "/test")
                .then()
                .statusCode(422)
                .body("violations.field", contains("to"));
        assertThat(Surroundings.SMTP.to(address)).isEmpty();
    }
}
