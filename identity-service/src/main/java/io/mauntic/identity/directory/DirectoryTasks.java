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
import java.util.UUID;

/** What Keycloak has still to learn, noted in the transaction of the change itself. */
@ApplicationScoped
public class DirectoryTasks {

    /** The row of which Keycloak has to learn. */
    record Subject(OrganizationId organization, DirectoryKind kind, long id) {}

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

    /** Longer than Keycloak ever takes. Who overstays it finds out in the end, and notes anew. */
    private static final String TAKE =
            """
            update directory_task set lease = $4, leased_until = now() + interval '1 minute'
            where organization_id = $1 and kind = $2 and id = $3 and (leased_until is null or leased_until < now())
            returning *
            """;

    private static final String EXISTS =
            "select 1 from directory_task where organization_id = $1 and kind = $2 and id = $3";

    /** Each failed attempt waits twice as long as the one before, up to about five minutes. */
    private static final String DUE =
            """
            update directory_task
            set attempts = attempts + 1, due_at = now() + interval '5 seconds' * power(2, least(attempts, 6))
            where (organization_id, kind, id) in (
                select organization_id, kind, id from directory_task where due_at <= now()
                order by due_at limit $1 for update skip locked)
            returning organization_id, kind, id
            """;

    private static final String DONE =
            """
            delete from directory_task
            where organization_id = $1 and kind = $2 and id = $3 and revision = $4 and lease = $5
            """;

    private static final String GIVE_BACK =
            """
            update directory_task set lease = null, leased_until = null
            where organization_id = $1 and kind = $2 and id = $3 and lease = $4
            """;

    private final Sql sql;

    DirectoryTasks(Sql sql) {
        this.sql = sql;
    }

    /** Inside the unit of work that changes the row. */
    public Uni<Void> note(OrganizationId organization, DirectoryKind kind, long id) {
        return sql.update(NOTE, organization.value(), kind.name(), id).replaceWithVoid();
    }

    /** Empty if there is nothing to do, or if somebody does it now. */
    Uni<Optional<DirectoryTask>> take(Subject subject) {
        return sql.first(
                TAKE,
                DirectoryTasks::task,
                subject.organization().value(),
                subject.kind().name(),
                subject.id(),
                UUID.randomUUID());
    }

    /** As {@link #note}, for what the loop does because nobody waits for it. */
    public Uni<Void> noteDue(OrganizationId organization, DirectoryKind kind, long id) {
        return note(organization, kind, id)
                .chain(
                        () ->
                                sql.update(
                                        "update directory_task set due_at = now() where organization_id = $1 and kind = $2 and id = $3",
                                        organization.value(),
                                        kind.name(),
                                        id))
                .replaceWithVoid();
    }

    Uni<Boolean> isNoted(Subject subject) {
        return sql.first(
                        EXISTS,
                        _ -> true,
                        subject.organization().value(),
                        subject.kind().name(),
                        subject.id())
                .map(Optional::isPresent);
    }

    /** What is due; each is tried again later unless it is done by then. */
    Uni<List<Subject>> due(int limit) {
        return sql.list(DUE, DirectoryTasks::subject, limit);
    }

    /** Unless the row has changed meanwhile: then the note stays for whoever changed it. */
    Uni<Void> done(DirectoryTask task) {
        return sql.update(
                        DONE,
                        task.organization().value(),
                        task.kind().name(),
                        task.id(),
                        task.revision(),
                        task.lease())
                .chain(deleted -> deleted == 1 ? Uni.createFrom().voidItem() : giveBack(task));
    }

    /**
     * Others may take it now. Who no longer holds it may have written an old state over the newer
     * one of the next holder, which therefore has to be written once more.
     */
    Uni<Void> giveBack(DirectoryTask task) {
        return sql.update(
                        GIVE_BACK,
                        task.organization().value(),
                        task.kind().name(),
                        task.id(),
                        task.lease())
                .chain(
                        given ->
                                given == 1
                                        ? Uni.createFrom().voidItem()
                                        : note(task.organization(), task.kind(), task.id()));
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

    private static Subject subject(Row row) {
        return new Subject(
                new OrganizationId(row.getLong("organization_id")),
                DirectoryKind.valueOf(row.getString("kind")),
                row.getLong("id"));
    }

    private static DirectoryTask task(Row row) {
        Subject subject = subject(row);
        return new DirectoryTask(
                subject.organization(),
                subject.kind(),
                subject.id(),
                row.getLong("revision"),
                row.getUUID("lease"));
    }
}
