package io.mauntic.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.kit.timers.Timers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wall between organizations, on a pool of five connections. */
@QuarkusTest
@WithComponents
class WallTest {

    private static final int ORGANIZATIONS = 20;
    private static final int REQUESTS = 200;

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;
    @Inject Timers timers;

    @Test
    void
            two_hundred_concurrent_requests_events_and_timers_on_five_connections_see_only_their_own_organization()
                    throws InterruptedException, ExecutionException {
        List<OrganizationId> organizations =
                Stream.generate(TestOrganizations::next).limit(ORGANIZATIONS).toList();

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                OrganizationId organization = organizations.get(i % ORGANIZATIONS);
                calls.add(callers.submit(() -> writeAndReadByRest(organization)));
                if (i % 2 == 0) {
                    calls.add(callers.submit(() -> hear(organization)));
                } else {
                    int number = i;
                    calls.add(callers.submit(() -> ring(organization, number)));
                }
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        for (int i = 0; i < ORGANIZATIONS; i++) {
            OrganizationId organization = organizations.get(i);
            // Ten requests each; their ten NoteWritten are echoed, and so are ten NoteHeard for the
            // even, or ten timers ring for the odd.
            Eventually.asserted(
                    () ->
                            assertThat(notes(organization))
                                    .hasSize(30)
                                    .allMatch(text -> text.endsWith(" of " + organization)));
        }
    }

    @Test
    void without_an_organization_nothing_is_seen_and_nothing_can_be_written() {
        OrganizationId organization = TestOrganizations.next();
        writeAndReadByRest(organization);

        assertThat(
                        await(
                                unitOfWork.acrossOrganizations(
                                        () -> sql.number("select count(*) from note"))))
                .isZero();
        assertThat(
                        outcome(
                                unitOfWork.acrossOrganizations(
                                        () ->
                                                sql.update(
                                                        "insert into note (organization_id, text) values ($1, 'x')",
                                                        organization.value()))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_row_cannot_be_written_into_another_organization() {
        OrganizationId mine = TestOrganizations.next();
        OrganizationId theirs = TestOrganizations.next();

        assertThat(
                        outcome(
                                unitOfWork.in(
                                        mine,
                                        () ->
                                                sql.update(
                                                        "insert into note (organization_id, text) values ($1, 'x')",
                                                        theirs.value()))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_unit_of_work_never_opens_inside_one_of_another_organization() {
        OrganizationId mine = TestOrganizations.next();
        OrganizationId theirs = TestOrganizations.next();

        assertThat(
                        outcome(
                                unitOfWork.in(
                                        mine,
                                        () ->
                                                unitOfWork.in(
                                                        theirs, () -> Uni.createFrom().item(1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "A unit of work for organization %s cannot open inside one for organization %s"
                                .formatted(theirs, mine));
    }

    @Test
    void what_fails_is_rolled_back_and_its_after_commit_actions_never_run() {
        OrganizationId organization = TestOrganizations.next();
        List<String> ran = new ArrayList<>();

        outcome(
                unitOfWork.in(
                        organization,
                        () ->
                                sql.update(
                                                "insert into note (organization_id, text) values ($1, 'lost')",
                                                organization.value())
                                        .invoke(
                                                () ->
                                                        unitOfWork.afterCommit(
                                                                () -> ran.add("committed")))
                                        .chain(
                                                () ->
                                                        Uni.createFrom()
                                                                .failure(
                                                                        new IllegalStateException(
                                                                                "no")))));

        assertThat(
                        TestDatabase.number(
                                "select count(*) from kit.note where organization_id = "
                                        + organization))
                .isZero();
        assertThat(ran).isEmpty();
    }

    @Test
    void the_service_is_no_superuser_and_cannot_bypass_policies() {
        assertThat(
                        TestDatabase.value(
                                "select rolsuper or rolbypassrls or exists(select from pg_class c where c.relowner = r.oid) from pg_roles r where rolname = 'kit_app'"))
                .isEqualTo("f");
    }

    private static void writeAndReadByRest(OrganizationId organization) {
        String token = TestTokens.of(organization, "kit:notes:read", "kit:notes:write");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"text\": \"rest of " + organization + "\"}")
                .post("/api/kit/notes")
                .then()
                .statusCode(200);
        List<String> seen =
                given().auth()
                        .oauth2(token)
                        .get("/api/kit/notes")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("text");
        assertThat(seen).isNotEmpty().allMatch(text -> text.endsWith(" of " + organization));
    }

    private static void hear(OrganizationId organization) {
        EventProbe.publish(
                "kit",
                organization,
                "NoteHeard",
                1,
                JsonObject.of("text", "event of " + organization));
    }

    private void ring(OrganizationId organization, int number) {
        String subject = number + " of " + organization;
        await(
                unitOfWork.in(
                        organization,
                        () ->
                                timers.at(
                                        organization,
                                        "note",
                                        subject,
                                        Instant.now(),
                                        new JsonObject())));
    }

    private List<String> notes(OrganizationId organization) {
        return await(
                unitOfWork.in(
                        organization,
                        () -> sql.list("select text from note", row -> row.getString("text"))));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    private static Throwable outcome(Uni<?> work) {
        return work.replaceWith((Throwable) null)
                .onFailure()
                .recoverWithItem(failure -> failure)
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
