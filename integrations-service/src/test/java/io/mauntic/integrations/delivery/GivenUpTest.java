package io.mauntic.integrations.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.mauntic.integrations.delivery.application.Deliveries;
import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.mauntic.integrations.delivery.application.DeliveryLoop;
import io.mauntic.integrations.delivery.application.OnTheirWay;
import io.mauntic.integrations.webhook.WebhooksApi;
import io.mauntic.integrations.webhook.WebhooksApi.Created;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What this platform fails at holds up no other webhook and no other organization. */
@QuarkusTest
@WithComponents
class GivenUpTest {

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;
    @Inject Deliveries deliveries;
    @Inject DeliveryLoop loop;

    private final OrganizationId organization = TestOrganizations.next();
    private final WebhooksApi api = new WebhooksApi(organization);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_webhook_whose_secret_cannot_be_read_is_set_aside_and_the_others_are_delivered() {
        Created broken = api.create(receiver.url(), "ContactCreated");
        api.create(receiver.url(), "ContactCreated");
        TestDatabase.execute(
                "alter table integrations.webhook add column if not exists kept bytea; update integrations.webhook set kept = secret, secret = '\\x00' where id = "
                        + broken.id());

        publish(1);
        publish(2);
        Eventually.until("the other one is delivered", () -> delivered() == 2);
        Eventually.until("it was tried", () -> number("coalesce(sum(faults), 0)") > 0);
        assertThat(setAside()).isZero();
        TestDatabase.execute(
                "update integrations.due_delivery set faults = 7, due_at = now() where organization_id = "
                        + organization);
        loop.wake();
        Eventually.until("after eight tries it is set aside", () -> setAside() == 2);
        assertThat(number("count(*)")).isZero();

        TestDatabase.execute(
                "update integrations.webhook set secret = kept where id = " + broken.id());
        administrator()
                .contentType("application/json")
                .body("{\"kind\": \"webhook\"}")
                .post("/api/integrations/set-aside/retry")
                .then()
                .statusCode(202);
        Eventually.until("all are delivered", () -> delivered() == 4);
        assertThat(receiver.calls()).hasSize(4);
    }

    @Test
    void an_outcome_that_cannot_be_written_is_set_aside_and_not_sent_again() {
        api.create(receiver.url(), "ContactCreated");
        UUID poisoned = UUID.randomUUID();
        TestDatabase.execute(
                """
                set search_path = integrations;
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'poison'; end $$;
                create trigger poison before update on delivery
                for each row when (new.event_id = '%s' and new.status = 'delivered') execute function refuse();
                """
                        .formatted(poisoned));
        EventProbe.publish(poisoned, "crm.events", organization, "ContactCreated", 1, contact(1));
        publish(2);
        publish(3);

        Eventually.until("the others are noted", () -> delivered() == 2);
        Eventually.until("it is set aside", () -> setAside() == 1);
        administrator()
                .get("/api/integrations/set-aside")
                .then()
                .body("items.kind", contains("webhook"))
                .body("items.cause", contains("The database refused it: poison (P0001)"));
        assertThat(number("count(*)")).isZero();
        assertThat(receiver.calls()).hasSize(3);
        TestDatabase.execute("drop function integrations.refuse() cascade");
    }

    @Test
    void an_organization_has_no_more_than_its_share_on_the_way() {
        OrganizationId crowd = TestOrganizations.next();

        List<Claim> claimed =
                undone(
                        insert(crowd, 30, 10)
                                .chain(() -> insert(organization, 1, 1))
                                .chain(
                                        () ->
                                                deliveries.claim(
                                                        new OnTheirWay(Map.of(), Map.of()),
                                                        100,
                                                        Duration.ofSeconds(60))));

        assertThat(
                        claimed.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Claim::organization, Collectors.counting())))
                .containsEntry(organization, 1L)
                .containsEntry(crowd, 64L);
    }

    private Uni<Integer> insert(OrganizationId of, int webhooks, int deliveriesEach) {
        long first = of.value() * 1_000_000;
        return Uni.createFrom()
                .deferred(
                        () ->
                                sql.update(
                                        "insert into delivery_lane (webhook_id, organization_id) select $1 + n, $2 from generate_series(1, $3::int) as n",
                                        first,
                                        of.value(),
                                        webhooks))
                .chain(
                        () ->
                                sql.update(
                                        """
                                        insert into due_delivery (delivery_id, webhook_id, organization_id, bulk, due_at)
                                        select $1 + w * 1000 + n, $1 + w, $2, true, now() - interval '1 hour'
                                        from generate_series(1, $3::int) as w, generate_series(1, $4::int) as n
                                        """,
                                        first,
                                        of.value(),
                                        webhooks,
                                        deliveriesEach));
    }

    /** What is claimed in a transaction that is rolled back: the loop sees nothing of it. */
    private List<Claim> undone(Uni<List<Claim>> work) {
        List<Claim> found = new ArrayList<>();
        unitOfWork
                .acrossOrganizations(
                        () ->
                                work.invoke(found::addAll)
                                        .chain(
                                                () ->
                                                        Uni.createFrom()
                                                                .failure(
                                                                        new IllegalStateException(
                                                                                "undone"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(20));
        return found;
    }

    private void publish(long contact) {
        EventProbe.publish("crm", organization, "ContactCreated", contact, contact(contact));
    }

    private static JsonObject contact(long id) {
        return new JsonObject()
                .put("contactId", id)
                .put("source", "api")
                .put("createdAt", "2026-11-26T12:00:00Z");
    }

    private long delivered() {
        return TestDatabase.number(
                "select count(*) from integrations.delivery where status = 'delivered' and organization_id = "
                        + organization);
    }

    private long number(String expression) {
        return TestDatabase.number(
                "select %s from integrations.due_delivery where organization_id = %s"
                        .formatted(expression, organization));
    }

    private long setAside() {
        return TestDatabase.number(
                "select count(*) from integrations.set_aside where organization_id = "
                        + organization);
    }

    private RequestSpecification administrator() {
        return given().auth().oauth2(TestTokens.of(organization, "identity:organization:write"));
    }
}
