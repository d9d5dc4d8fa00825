package io.mauntic.identity.directory;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What Keycloak has still to learn, noted in the transaction of the change itself. */
@ApplicationScoped
public class DirectoryTasks {

    /**
     * Whoever made the change carries it out at once; the loop takes over when that has not
     * happened by then.
     */
    private static final String NOTE =
            """
            insert into directory_task (organization_id, kind, id, due_at)
            values ($1, $2, $3, now() + interval '15 seconds')
            on conflict (organization_id, kind, id) do update
            set revision = directory_task.revision + 1, attempts = 0, due_at = excluded.due_at
            """;

    private static final String FIND =
            "select * from directory_task where organization_id = $1 and kind = $2 and id = $3";

    /** Each failed attempt waits twice as long as the one before, up to about five minutes. */
    private static final String CLAIM =
            """
            update directory_task
            set attempts = attempts + 1, due_at = now() + interval '5 seconds' * power(2, least(attempts, 6))
            where (organization_id, kind, id) in (
                select organization_id, kind, id from directory_task where due_at <= now()
                order by due_at limit $1 for update skip locked)
            returning *
            """;

    private static final String DONE =
            """
            delete from directory_task
            where organization_id = $1 and kind = $2 and id = $3 and revision = $4
            """;

    private final Sql sql;

    DirectoryTasks(Sql sql) {
        this.sql = sql;
    }

    /** Inside the unit of work that changes the row. */
    public Uni<Void> note(OrganizationId organization, DirectoryKind kind, long id) {
        return sql.update(NOTE, organization.value(), kind.name(), id).replaceWithVoid();
    }

    Uni<Optional<DirectoryTask>> find(OrganizationId organization, DirectoryKind kind, long id) {
        return sql.first(FIND, DirectoryTasks::task, organization.value(), kind.name(), id);
    }

    Uni<List<DirectoryTask>> claim(int limit) {
        return sql.list(CLAIM, DirectoryTasks::task, limit);
    }

    Uni<Void> done(DirectoryTask task) {
        return sql.update(
                        DONE,
                        task.organization().value(),
                        task.kind().name(),
                        task.id(),
                        task.revision())
                .replaceWithVoid();
    }

    Uni<Optional<Instant>> nextDue() {
        return sql.first(
                        "select min(due_at) due from directory_task",
                        row -> Optional.ofNullable(row.getOffsetDateTime("due")))
                .map(
                        first ->
                                first.flatMap(
                                        due ->
                                                due.map(
                                                        time ->
                                                                time.withOffsetSameInstant(
                                                                                ZoneOffset.UTC)
                                                                        .toInstant())));
    }

    private static DirectoryTask task(Row row) {
        return new DirectoryTask(
                new OrganizationId(row.getLong("organization_id")),
                DirectoryKind.valueOf(row.getString("kind")),
                row.getLong("id"),
                row.getLong("revision"));
    }
}
