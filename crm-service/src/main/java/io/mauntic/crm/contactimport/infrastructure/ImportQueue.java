package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which import a replica goes on with: one that it has open, or, while it has room, one of the
 * first two of an organization that nobody holds. An open import costs a file on the disk and
 * memory for two chunks, and an organization with a hundred files must not fill all the room.
 */
@ApplicationScoped
class ImportQueue {

    // What is at hand (open and not being opened) or, with room, may be opened. $1 is the replica.
    private static final String WORKABLE =
            """
            import_id <> all($2) and (import_id = any($3) or $4 and import_id in (
                select first.import_id from (select distinct organization_id from import_queue) organization
                cross join lateral (select import_id from import_queue one where one.organization_id = organization.organization_id
                    order by import_id limit 2) first))
            """;
    private static final String CLAIM =
            """
            update import_queue set holder = $1, leased_until = %s
            where import_id = (
                select import_id from import_queue where due_at <= clock_timestamp() and (holder is null or holder = $1 or leased_until < clock_timestamp())
                    and %s
                order by due_at limit 1 for update skip locked)
            returning organization_id, import_id
            """
                    .formatted(ImportLeases.LEASE, WORKABLE);
    private static final String NEXT =
            """
            select min(case when holder is null or holder = $1 then due_at else greatest(due_at, leased_until) end) as next
            from import_queue where %s
            """
                    .formatted(WORKABLE);
    private static final String POSTPONE =
            """
            update import_queue set attempts = attempts + 1, due_at = clock_timestamp() + interval '200 milliseconds' * 2 ^ attempts
            where import_id = $1 returning attempts
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    ImportQueue(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    record Claimed(OrganizationId organization, ImportId id) {}

    /** What a replica is at. */
    record Hands(UUID holder, Set<ImportId> opening, Set<ImportId> open, int room) {

        private Object[] parameters() {
            return new Object[] {
                holder,
                ImportLeases.numbers(opening),
                ImportLeases.numbers(open),
                opening.size() + open.size() < room
            };
        }
    }

    Uni<Optional<Claimed>> claim(Hands hands) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.first(
                                CLAIM,
                                row ->
                                        new Claimed(
                                                new OrganizationId(row.getLong("organization_id")),
                                                new ImportId(row.getLong("import_id"))),
                                hands.parameters()));
    }

    /** When there will be something to claim; empty while all that waits is waiting for room. */
    Uni<Optional<Instant>> next(Hands hands) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        NEXT,
                                        row -> Optional.ofNullable(row.getOffsetDateTime("next")),
                                        hands.parameters()))
                .map(next -> next.flatMap(due -> due).map(OffsetDateTime::toInstant));
    }

    /** Lets it rest, longer each time, and answers how often it has failed in a row. */
    Uni<Integer> postpone(ImportId id) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.first(POSTPONE, row -> row.getInteger("attempts"), id.value())
                                .map(attempts -> attempts.orElse(0)));
    }
}
