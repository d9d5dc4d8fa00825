package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.kernel.ImportId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The imports that this replica holds. Their leases are renewed for as long as it lives, whatever
 * it is busy with: fetching a large file takes longer than a lease.
 */
@ApplicationScoped
class ImportLeases extends DueLoop {

    static final String LEASE = "clock_timestamp() + interval '15 seconds'";

    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final String RENEW =
            "update import_queue set leased_until = "
                    + LEASE
                    + " where holder = $1 and import_id = any($2) returning import_id";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Clock clock;
    private final UUID holder = UUID.randomUUID();
    private final Set<ImportId> held = ConcurrentHashMap.newKeySet();

    ImportLeases(UnitOfWork unitOfWork, Sql sql, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.clock = clock;
    }

    /** Who this replica is in the queue. */
    UUID holder() {
        return holder;
    }

    void hold(ImportId id) {
        if (held.add(id)) {
            wake();
        }
    }

    void release(ImportId id) {
        held.remove(id);
    }

    boolean holds(ImportId id) {
        return held.contains(id);
    }

    /** Which of these are still this replica's; their leases begin anew. */
    Uni<List<ImportId>> renew(Set<ImportId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : unitOfWork.acrossOrganizations(
                        () ->
                                sql.list(
                                        RENEW,
                                        row -> new ImportId(row.getLong("import_id")),
                                        holder,
                                        numbers(ids)));
    }

    static Long[] numbers(Set<ImportId> ids) {
        return ids.stream().map(ImportId::value).sorted().toArray(Long[]::new);
    }

    @Override
    protected Uni<Integer> runBatch() {
        return renew(held).replaceWith(0);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return Uni.createFrom()
                .item(
                        held.isEmpty()
                                ? Optional.empty()
                                : Optional.of(clock.instant().plus(RENEWAL)));
    }
}
