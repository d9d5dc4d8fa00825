package io.mauntic.campaign.walk.engine;

import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.mauntic.campaign.Api;
import io.mauntic.campaign.Neighbours;
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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One poisoned step delays nobody, a crowd of steps neither, and replicas share them. */
@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class DueStepsTest {

    private static final long SEGMENT = 11;
    private static final long POISONED = 777;
    private static final String INSERT =
            """
            insert into pending_step (organization_id, campaign_id, event_key, contact_id, rotation, lane, due_at, waiting_since)
            select $1, 1, 'crowded', n, 1, 'bulk', now() - interval '1 hour', now() from generate_series(1, $2::int) as n
            """;

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;
    @Inject DueGroups groups;
    @Inject PendingSteps pending;
    @Inject BulkSteps bulkSteps;

    private OrganizationId organization;
    private Api api;

    @BeforeEach
    void an_organization_with_a_segment() {
        organization = TestOrganizations.next();
        api = new Api(organization);
        Neighbours.segment(organization, SEGMENT);
    }

    @Test
    void one_poisoned_step_among_many_is_set_aside_and_set_going_again() {
        long id = api.published(campaign("Poison", SEGMENT, tag("tag", "x")));
        poison();
        Map<Long, JsonObject> added = new LinkedHashMap<>();
        for (long contact = POISONED - 20; contact <= POISONED + 20; contact++) {
            added.put(contact, membership(contact));
        }
        EventProbe.publishBulk("crm", organization, "ContactAddedToSegment", added);

        Eventually.until("the others are done", () -> done(id) == 40);
        Eventually.until("it was tried", () -> attempts() > 0);
        assertThat(setAside()).isZero();

        TestDatabase.execute(
                "update campaign.pending_step set attempts = 7, due_at = now() where organization_id = "
                        + organization);
        bulkSteps.wake();
        Eventually.until("after eight tries it is set aside", () -> setAside() == 1);
        int item =
                administrator()
                        .get("/api/campaign/set-aside")
                        .then()
                        .body("items.kind", contains("step"))
                        .body("items.subject", contains(containsString("contact " + POISONED)))
                        .body("items.attempts", contains(8))
                        .extract()
                        .path("items[0].id");

        cure();
        administrator().post("/api/campaign/set-aside/{id}/retry", item).then().statusCode(204);

        Eventually.until("it is done", () -> done(id) == 41);
        assertThat(setAside()).isZero();
    }

    @Test
    void every_organization_is_found_however_many_steps_of_another_one_are_due() {
        OrganizationId crowd = TestOrganizations.next();

        List<DueGroup> due =
                undone(
                        () ->
                                sql.update(INSERT, crowd.value(), 5_000)
                                        .chain(() -> sql.update(INSERT, organization.value(), 1))
                                        .chain(() -> groups.due(Lane.BULK, Instant.now())));

        assertThat(due).contains(group(crowd), group(organization));
    }

    @Test
    void what_another_replica_is_at_is_left_to_it() {
        Instant farAway = Instant.parse("9000-01-01T00:00:00Z");
        TestDatabase.execute(
                """
                insert into campaign.pending_step (organization_id, campaign_id, event_key, contact_id, rotation, lane, due_at, waiting_since)
                select %s, 1, 'crowded', n, 1, 'bulk', '%s', now() from generate_series(1, 1500) as n
                """
                        .formatted(organization, farAway));

        TestDatabase.during(
                "select from campaign.pending_step where organization_id = %s and contact_id <= 1000 for update"
                        .formatted(organization),
                () ->
                        assertThat(undone(() -> pending.claim(group(organization), farAway)))
                                .extracting(arrival -> arrival.walker().contact())
                                .hasSize(500)
                                .allMatch(contact -> contact > 1_000));
    }

    /** What the work finds in a transaction that is rolled back: the loops see nothing of it. */
    private <T> T undone(Supplier<Uni<T>> work) {
        List<T> found = new ArrayList<>();
        unitOfWork
                .acrossOrganizations(
                        () ->
                                work.get()
                                        .invoke(found::add)
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
        return found.getFirst();
    }

    private static DueGroup group(OrganizationId organization) {
        return new DueGroup(organization, 1, "crowded", Lane.BULK, Optional.empty());
    }

    private static JsonObject membership(long contact) {
        return new JsonObject()
                .put("contactId", contact)
                .put("segmentId", SEGMENT)
                .put("segmentName", "Eleven")
                .put("manually", false)
                .put("revision", contact);
    }

    private static void poison() {
        TestDatabase.execute(
                """
                set search_path = campaign;
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'poison'; end $$;
                create trigger poison before insert on campaign_log
                for each row when (new.contact_id = %d) execute function refuse();
                """
                        .formatted(POISONED));
    }

    private static void cure() {
        TestDatabase.execute("drop function campaign.refuse() cascade");
    }

    private static long done(long campaign) {
        return TestDatabase.number(
                "select count(*) from campaign.campaign_log where campaign_id = " + campaign);
    }

    private long attempts() {
        return TestDatabase.number(
                "select coalesce(sum(attempts), 0) from campaign.pending_step where organization_id = "
                        + organization);
    }

    private long setAside() {
        return TestDatabase.number(
                "select count(*) from campaign.set_aside where organization_id = " + organization);
    }

    private RequestSpecification administrator() {
        return given().auth().oauth2(TestTokens.of(organization, "identity:organization:write"));
    }
}
