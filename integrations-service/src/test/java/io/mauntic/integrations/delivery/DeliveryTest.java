package io.mauntic.integrations.delivery;

import static io.mauntic.integrations.webhook.WebhooksApi.READ;
import static io.mauntic.integrations.webhook.WebhooksApi.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.mauntic.integrations.webhook.WebhooksApi;
import io.mauntic.integrations.webhook.WebhooksApi.Created;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class DeliveryTest {

    private final OrganizationId organization = TestOrganizations.next();
    private final WebhooksApi api = new WebhooksApi(organization);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_event_arrives_signed_with_its_id_and_its_data() {
        Created webhook = api.create(receiver.url(), "ContactCreated");
        UUID id = publish("ContactCreated", 42);
        publish("ContactUpdated", 42);

        Receiver.Call call = awaitCalls(1).getFirst();
        assertThat(call.id()).isEqualTo(id.toString());
        assertThat(call.signedWith(webhook.secret())).isTrue();
        assertThat(call.timestamp())
                .isCloseTo(
                        Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(20L));
        JsonObject body = new JsonObject(call.body());
        assertThat(body.fieldNames()).containsExactly("type", "timestamp", "data");
        assertThat(body.getString("type")).isEqualTo("ContactCreated");
        assertThat(Instant.parse(body.getString("timestamp"))).isBefore(Instant.now());
        assertThat(body.getJsonObject("data")).isEqualTo(contact(42));
        EventProbe.Seen told =
                EventProbe.await("integrations.events", organization, "WebhookDelivered", 1)
                        .getFirst();
        assertThat(told.data().getString("event")).isEqualTo("ContactCreated");
        JsonPath log = api.deliveries(webhook);
        assertThat(log.getInt("total")).isEqualTo(1);
        assertThat(log.getString("items[0].status")).isEqualTo("delivered");
        assertThat(log.getInt("items[0].responseStatus")).isEqualTo(204);
        api.as(READ)
                .get(webhook.address())
                .then()
                .body("delivered", equalTo(1))
                .body("failed", equalTo(0))
                .body("lastStatus", equalTo(204));
    }

    @Test
    void both_lanes_are_heard_and_an_event_twice_is_delivered_once() {
        Created webhook = api.create(receiver.url(), "*");
        UUID id = UUID.randomUUID();
        EventProbe.publish(id, "crm.events", organization, "ContactCreated", 1, contact(1));
        EventProbe.publish(id, "crm.events", organization, "ContactCreated", 1, contact(1));
        EventProbe.publishBulk("crm", organization, "ContactCreated", 2, contact(2));
        publish("EmailSendRequested", 3);
        publish("ContactDeleted", 4);

        awaitCalls(3);
        awaitSettled(webhook, 3);
        assertThat(receiver.calls()).hasSize(3);
        assertThat(api.deliveries(webhook).getList("items.event"))
                .containsExactlyInAnyOrder("ContactCreated", "ContactCreated", "ContactDeleted");
    }

    @Test
    void a_failed_delivery_is_tried_again_with_the_same_id_and_body() {
        receiver.answering(500, "out of order\u0000 <script>", Map.of());
        Created webhook = api.create(receiver.url(), "ContactCreated");
        publish("ContactCreated", 7);

        Eventually.until("the first failure is logged", () -> attempts(webhook) == 1);
        JsonPath log = api.deliveries(webhook);
        assertThat(log.getString("items[0].status")).isEqualTo("pending");
        assertThat(log.getString("items[0].responseExcerpt")).isEqualTo("out of order <script>");
        assertThat(OffsetDateTime.parse(log.getString("items[0].nextAttemptAt")).toInstant())
                .isBetween(Instant.now().minusSeconds(1), Instant.now().plusSeconds(6));

        receiver.answering(200);
        awaitSettled(webhook, 1);
        List<Receiver.Call> calls = receiver.calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).id()).isEqualTo(calls.get(0).id());
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).signedWith(webhook.secret())).isTrue();
        api.as(READ)
                .get(webhook.address() + "/deliveries/" + log.getLong("items[0].id"))
                .then()
                .statusCode(200)
                .body("attempts", equalTo(2))
                .body("history.responseStatus", equalTo(List.of(500, 200)))
                .body("payload", equalTo(calls.getFirst().body()));
    }

    @Test
    void a_redirect_is_a_failure_and_never_followed() {
        Receiver elsewhere = new Receiver();
        try (elsewhere) {
            receiver.answering(302, "", Map.of("Location", elsewhere.url()));
            Created webhook = api.create(receiver.url(), "ContactCreated");
            publish("ContactCreated", 8);

            Eventually.until("the redirect is logged", () -> attempts(webhook) == 1);
            assertThat(api.deliveries(webhook).getString("items[0].status")).isEqualTo("pending");
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void a_receiver_that_is_gone_disables_its_webhook() {
        receiver.answering(410);
        Created webhook = api.create(receiver.url(), "ContactCreated");
        publish("ContactCreated", 9);

        EventProbe.Seen told =
                EventProbe.await("integrations.events", organization, "WebhookDisabled", 1)
                        .getFirst();
        assertThat(told.data().getString("reason")).isEqualTo("gone");
        api.as(READ)
                .get(webhook.address())
                .then()
                .body("status", equalTo("disabled"))
                .body("disabledReason", equalTo("gone"))
                .body("failed", equalTo(1))
                .body("pending", equalTo(0));
        long delivery = api.deliveries(webhook).getLong("items[0].id");
        api.as(WRITE)
                .post(webhook.address() + "/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-not-active"));
    }

    @Test
    void a_receiver_that_asks_for_time_gets_it() {
        receiver.answering(429, "slow down", Map.of("Retry-After", "3600"));
        Created webhook = api.create(receiver.url(), "ContactCreated");
        publish("ContactCreated", 10);

        Eventually.until("the refusal is logged", () -> attempts(webhook) == 1);
        Instant next =
                OffsetDateTime.parse(api.deliveries(webhook).getString("items[0].nextAttemptAt"))
                        .toInstant();
        assertThat(next)
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(59)),
                        Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void a_test_and_a_replay_go_out_at_once() {
        Created webhook = api.create(receiver.url(), "ContactCreated");

        long delivery =
                api.as(WRITE)
                        .post(webhook.address() + "/test")
                        .then()
                        .statusCode(202)
                        .body("event", equalTo("WebhookTest"))
                        .extract()
                        .jsonPath()
                        .getLong("id");
        awaitCalls(1);
        awaitSettled(webhook, 1);
        api.as(WRITE)
                .post(webhook.address() + "/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(202)
                .body("status", equalTo("pending"));
        List<Receiver.Call> calls = awaitCalls(2);
        assertThat(calls.get(1).id()).isEqualTo(calls.get(0).id());
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(calls.get(1).signedWith(webhook.secret())).isTrue();
        api.as(WRITE).post(webhook.address() + "/deliveries/1/replay").then().statusCode(404);
    }

    @Test
    void while_a_secret_is_replaced_both_sign() {
        Created webhook = api.create(receiver.url(), "ContactCreated");

        String next =
                api.as(WRITE)
                        .post(webhook.address() + "/rotate-secret")
                        .then()
                        .statusCode(200)
                        .body("previousSecretUntil", notNullValue())
                        .extract()
                        .path("secret");
        publish("ContactCreated", 11);

        Receiver.Call call = awaitCalls(1).getFirst();
        assertThat(next).isNotEqualTo(webhook.secret());
        assertThat(call.signatures().split(" ")).hasSize(2);
        assertThat(call.signedWith(next)).isTrue();
        assertThat(call.signedWith(webhook.secret())).isTrue();
    }

    @Test
    void a_receiver_that_is_not_there_is_told_in_a_sentence() {
        receiver.close();
        Created webhook = api.create(receiver.url(), "ContactCreated");
        publish("ContactCreated", 12);

        Eventually.until("the failure is logged", () -> attempts(webhook) == 1);
        assertThat(api.deliveries(webhook).getString("items[0].error"))
                .isEqualTo("The receiver refused the connection.");
    }

    @Test
    void another_organizations_events_stay_there() {
        Created webhook = api.create(receiver.url(), "*");
        EventProbe.publish("crm", TestOrganizations.next(), "ContactCreated", 13, contact(13));
        publish("ContactCreated", 14);

        awaitCalls(1);
        awaitSettled(webhook, 1);
        assertThat(receiver.calls()).hasSize(1);
        assertThat(new JsonObject(receiver.calls().getFirst().body()).getJsonObject("data"))
                .isEqualTo(contact(14));
    }

    @Test
    void a_thousand_events_reach_two_webhooks_once_each() {
        api.create(receiver.url(), "ContactCreated");
        api.create(receiver.url(), "*");
        for (int i = 1; i <= 500; i++) {
            EventProbe.publishBulk("crm", organization, "ContactCreated", i, contact(i));
        }

        List<Receiver.Call> calls = awaitCalls(1000);
        assertThat(calls).hasSize(1000);
        assertThat(calls.stream().map(Receiver.Call::id).distinct()).hasSize(500);
    }

    private UUID publish(String type, long contact) {
        return EventProbe.publish("crm", organization, type, contact, contact(contact));
    }

    private static JsonObject contact(long id) {
        return new JsonObject()
                .put("contactId", id)
                .put("email", "ada@example.com")
                .put("source", "api")
                .put("createdAt", "2026-11-21T12:00:00Z");
    }

    private List<Receiver.Call> awaitCalls(int count) {
        Eventually.until(count + " calls", () -> receiver.calls().size() >= count);
        return receiver.calls();
    }

    private void awaitSettled(Created webhook, int count) {
        Eventually.until(
                count + " deliveries are settled",
                () ->
                        api.deliveries(webhook).getList("items.status").stream()
                                        .filter("delivered"::equals)
                                        .count()
                                == count);
    }

    private int attempts(Created webhook) {
        JsonPath log = api.deliveries(webhook);
        return log.getInt("total") == 0 ? 0 : log.getInt("items[0].attempts");
    }
}
