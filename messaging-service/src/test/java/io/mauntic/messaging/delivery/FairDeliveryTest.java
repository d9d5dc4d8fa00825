package io.mauntic.messaging.delivery;

import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.mauntic.messaging.delivery.application.DeliveryLoops;
import io.mauntic.messaging.delivery.infrastructure.ClaimedDelivery;
import io.mauntic.messaging.delivery.infrastructure.DueDeliveries;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One poisoned delivery delays nobody and is never sent twice, and organizations take turns. */
@QuarkusTest
@WithComponents
@WithSurroundings
class FairDeliveryTest {

    private static final long CROWD = 9_000_000_000L;

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;
    @Inject DueDeliveries due;
    @Inject DeliveryLoops loops;

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void a_delivery_that_cannot_be_noted_is_set_aside_and_its_mail_is_sent_once() {
        long emailId = email(organization, "Fair", "<p>x</p>");
        Map<Long, JsonObject> asked = new LinkedHashMap<>();
        long poisoned = 0;
        for (int n = 0; n < 10; n++) {
            long contact = FakeCrm.RUNNING.contact(organization, "Ada", address(n));
            asked.put(contact, request(UUID.randomUUID().toString(), contact, emailId));
            poisoned = n == 4 ? contact : poisoned;
        }
        poison(poisoned);
        EventProbe.publishBulk("campaign", organization, "EmailSendRequested", asked);

        Eventually.until("the others are noted as sent", () -> sent() == 9);
        Eventually.until("it was tried", () -> number("coalesce(sum(faults), 0)") > 0);
        TestDatabase.execute(
                "update messaging.due_delivery set faults = 7, due_at = now(), claimed_by = null where organization_id = "
                        + organization);
        loops.wake(Lane.BULK);
        Eventually.until("after eight tries it is set aside", () -> setAside() == 1);
        int id =
                administrator()
                        .get("/api/messaging/set-aside")
                        .then()
                        .body("items.kind", contains("delivery"))
                        .body("items.attempts", contains(8))
                        .extract()
                        .path("items[0].id");
        assertThat(number("count(*)")).isZero();

        TestDatabase.execute("drop function messaging.refuse() cascade");
        administrator().post("/api/messaging/set-aside/{id}/retry", id).then().statusCode(204);

        Eventually.until("it is noted as sent", () -> sent() == 10);
        for (int n = 0; n < 10; n++) {
            assertThat(Surroundings.SMTP.to(address(n))).hasSize(1);
        }
    }

    @Test
    void organizations_share_a_batch_however_much_waits_of_one_of_them() {
        OrganizationId crowd = TestOrganizations.next();

        List<ClaimedDelivery> claimed =
                undone(
                        () ->
                                insert(crowd, 1_000)
                                        .chain(() -> insert(organization, 3))
                                        .chain(() -> due.claim(Lane.BULK, 50)));

        assertThat(
                        claimed.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                ClaimedDelivery::organization,
                                                Collectors.counting())))
                .containsEntry(organization, 3L)
                .containsEntry(crowd, 25L);
    }

    private Uni<Integer> insert(OrganizationId of, int count) {
        return sql.update(
                """
                insert into due_delivery (delivery_id, organization_id, lane, due_at)
                select $1 + n, $2, 'bulk', now() - interval '1 hour' from generate_series(1, $3::int) as n
                """,
                CROWD + of.value() * 10_000,
                of.value(),
                count);
    }

    /** What is claimed in a transaction that is rolled back: the loops see nothing of it. */
    private List<ClaimedDelivery> undone(Supplier<Uni<List<ClaimedDelivery>>> work) {
        List<ClaimedDelivery> found = new ArrayList<>();
        unitOfWork
                .acrossOrganizations(
                        () ->
                                work.get()
                                        .invoke(found::addAll)
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

    private static void poison(long contact) {
        TestDatabase.execute(
                """
                set search_path = messaging;
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'poison'; end $$;
                create trigger poison before update on delivery
                for each row when (new.contact_id = %d) execute function refuse();
                """
                        .formatted(contact));
    }

    private String address(int n) {
        return "fair" + n + "." + organization + "@example.org";
    }

    private long sent() {
        return TestDatabase.number(
                "select count(*) from messaging.delivery where status = 'sent' and organization_id = "
                        + organization);
    }

    private long number(String expression) {
        return TestDatabase.number(
                "select %s from messaging.due_delivery where organization_id = %s"
                        .formatted(expression, organization));
    }

    private long setAside() {
        return TestDatabase.number(
                "select count(*) from messaging.set_aside where organization_id = " + organization);
    }

    private RequestSpecification administrator() {
        return given().auth().oauth2(TestTokens.of(organization, "identity:organization:write"));
    }
}
