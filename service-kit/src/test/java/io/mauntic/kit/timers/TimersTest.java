package io.mauntic.kit.timers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One poisoned timer delays nobody, and neither does a crowd of them. */
@QuarkusTest
@WithComponents
class TimersTest {

    private static final String KIND = "note";

    @Inject UnitOfWork unitOfWork;
    @Inject Timers timers;
    @Inject DueTimers dueTimers;

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void one_poisoned_timer_among_a_hundred_is_set_aside_and_set_going_again() {
        fill(organization, 99);
        ring("poison");

        Eventually.until("the others ring", () -> notes(organization, "timer: fine%") == 99);
        Eventually.until("it was tried", () -> number("sum(attempts)") > 0);
        assertThat(setAside()).isZero();

        TestDatabase.execute(
                "update kit.timer set attempts = 7, due_at = now() where organization_id = "
                        + organization);
        ring("wakes the loop");
        Eventually.until("after eight tries it is set aside", () -> setAside() == 1);
        assertThat(number("count(*)")).isZero();
        int id =
                administrator()
                        .get("/api/kit/set-aside")
                        .then()
                        .body("items.kind", contains("timer"))
                        .body("items.subject", contains("note poison"))
                        .body("items.cause", contains("IllegalArgumentException: poison"))
                        .body("items.attempts", contains(8))
                        .extract()
                        .path("items[0].id");

        TestDatabase.execute(
                "update kit.set_aside set payload = replace(payload::text, 'poison', 'cured')::json where organization_id = "
                        + organization);
        administrator().post("/api/kit/set-aside/{id}/retry", id).then().statusCode(204);

        Eventually.until("it rings", () -> notes(organization, "timer: cured") == 1);
        assertThat(notes(organization, "timer: fine%")).isEqualTo(99);
    }

    @Test
    void every_organization_is_found_however_many_timers_of_another_one_are_due() {
        OrganizationId crowd = TestOrganizations.next();
        // Of a kind that nobody here handles: they stay where they are.
        for (OrganizationId of : new OrganizationId[] {crowd, organization}) {
            TestDatabase.execute(
                    """
                    insert into kit.timer (organization_id, kind, subject, due_at)
                    select %1$s, 'unhandled', n::text, now() - interval '1 hour' from generate_series(1, %2$d) as n
                    """
                            .formatted(of, of.equals(crowd) ? 10_000 : 1));
        }

        var groups =
                unitOfWork
                        .acrossOrganizations(
                                () -> dueTimers.groups(Instant.now(), new String[] {"unhandled"}))
                        .await()
                        .atMost(Duration.ofSeconds(10));

        assertThat(groups)
                .contains(
                        new TimerGroup(crowd, "unhandled"),
                        new TimerGroup(organization, "unhandled"));
    }

    private void fill(OrganizationId organization, int count) {
        TestDatabase.execute(
                """
                insert into kit.timer (organization_id, kind, subject, due_at)
                select %s, 'note', 'fine ' || n, now() from generate_series(1, %d) as n
                """
                        .formatted(organization, count));
    }

    private void ring(String subject) {
        unitOfWork
                .in(
                        organization,
                        () ->
                                timers.at(
                                        organization,
                                        KIND,
                                        subject,
                                        Instant.now(),
                                        new JsonObject()))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private long notes(OrganizationId organization, String text) {
        return TestDatabase.number(
                "select count(*) from kit.note where organization_id = %s and text like '%s'"
                        .formatted(organization, text));
    }

    private long number(String expression) {
        return TestDatabase.number(
                "select coalesce(%s, 0) from kit.timer where organization_id = %s"
                        .formatted(expression, organization));
    }

    private long setAside() {
        return TestDatabase.number(
                "select count(*) from kit.set_aside where organization_id = " + organization);
    }

    private RequestSpecification administrator() {
        return given().auth().oauth2(TestTokens.of(organization, "identity:organization:write"));
    }
}
