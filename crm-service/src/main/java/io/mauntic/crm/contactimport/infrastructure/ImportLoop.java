package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.ImportFiles;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Works through the queued imports, a chunk of each in turn, so that a large file does not keep the
 * others waiting.
 */
@ApplicationScoped
class ImportLoop extends DueLoop {

    private static final Logger LOG = Logger.getLogger(ImportLoop.class);
    private static final int MOST_ATTEMPTS = 8;

    private static final String OUR_FAULT =
            "Something went wrong on our side. The rows that were imported are safe; import the file once more.";

    private static final String CLAIM =
            """
            update import_queue set holder = $1, leased_until = clock_timestamp() + interval '15 seconds'
            where import_id = (
                select import_id from import_queue where due_at <= clock_timestamp() and (holder is null or holder = $1 or leased_until < clock_timestamp())
                order by due_at limit 1 for update skip locked)
            returning organization_id, import_id
            """;
    private static final String NEXT =
            "select min(case when holder is null or holder = $1 then due_at else greatest(due_at, leased_until) end) as next from import_queue";
    private static final String POSTPONE =
            """
            update import_queue set attempts = attempts + 1, due_at = clock_timestamp() + interval '200 milliseconds' * 2 ^ attempts
            where import_id = $1 returning attempts
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final ImportStep step;
    private final ImportOpener opener;
    private final ImportFiles files;
    private final UUID me = UUID.randomUUID();
    private final Map<ImportId, ImportRun> runs = new ConcurrentHashMap<>();
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    ImportLoop(
            UnitOfWork unitOfWork,
            Sql sql,
            ImportStep step,
            ImportOpener opener,
            ImportFiles files) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.step = step;
        this.opener = opener;
        this.files = files;
    }

    private record Claimed(OrganizationId organization, ImportId id) {}

    @Override
    protected Uni<Integer> runBatch() {
        return unitOfWork
                .acrossOrganizations(this::claim)
                .chain(
                        found ->
                                found.map(claimed -> advance(claimed).replaceWith(1))
                                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        NEXT,
                                        row -> Optional.ofNullable(row.getOffsetDateTime("next")),
                                        me))
                .map(next -> next.flatMap(Function.identity()).map(OffsetDateTime::toInstant));
    }

    @PreDestroy
    void closeAll() {
        runs.values().forEach(ImportRun::close);
    }

    private Uni<Optional<Claimed>> claim() {
        return sql.first(
                CLAIM,
                row ->
                        new Claimed(
                                new OrganizationId(row.getLong("organization_id")),
                                new ImportId(row.getLong("import_id"))),
                me);
    }

    private Uni<Void> advance(Claimed claimed) {
        return run(claimed)
                .chain(run -> onWorker(run::next).chain(piece -> load(claimed, piece, run)))
                .onFailure()
                .recoverWithUni(failure -> failed(claimed, failure));
    }

    private Uni<ImportRun> run(Claimed claimed) {
        ImportRun open = runs.get(claimed.id());
        return open != null
                ? Uni.createFrom().item(open)
                : unitOfWork
                        .in(claimed.organization(), () -> opener.find(claimed.id()))
                        .chain(file -> onWorker(() -> opener.open(file, workers)))
                        .invoke(run -> runs.put(claimed.id(), run));
    }

    private Uni<Void> load(Claimed claimed, ImportRun.Piece piece, ImportRun run) {
        return unitOfWork
                .in(
                        claimed.organization(),
                        () -> step.run(claimed.organization(), claimed.id(), piece, run.total()))
                .chain(status -> after(claimed, status));
    }

    private Uni<Void> after(Claimed claimed, ImportStatus status) {
        if (status == ImportStatus.QUEUED) {
            close(claimed.id());
        }
        return status.ended() ? discard(claimed) : Uni.createFrom().voidItem();
    }

    private Uni<Void> failed(Claimed claimed, Throwable failure) {
        close(claimed.id());
        if (failure instanceof UnreadableFile unreadable) {
            return fail(claimed, unreadable.getMessage());
        }
        LOG.warnf(failure, "Import %s did not get on and is tried again", claimed.id());
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        POSTPONE,
                                        row -> row.getInteger("attempts"),
                                        claimed.id().value()))
                .chain(
                        attempts ->
                                attempts.orElse(0) < MOST_ATTEMPTS
                                        ? Uni.createFrom().voidItem()
                                        : fail(claimed, OUR_FAULT));
    }

    private Uni<Void> fail(Claimed claimed, String problem) {
        return unitOfWork
                .in(
                        claimed.organization(),
                        () ->
                                step.end(
                                        claimed.organization(),
                                        claimed.id(),
                                        ImportStatus.FAILED,
                                        problem))
                .chain(() -> discard(claimed));
    }

    private Uni<Void> discard(Claimed claimed) {
        close(claimed.id());
        return unitOfWork
                .in(claimed.organization(), () -> opener.fileKey(claimed.id()))
                .chain(key -> onWorker(() -> remove(claimed, key)))
                .replaceWithVoid();
    }

    private boolean remove(Claimed claimed, UUID key) {
        try {
            files.remove(key);
            return true;
        } catch (RuntimeException unreachable) {
            LOG.warnf(
                    unreachable,
                    "The file of import %s was not removed from the store",
                    claimed.id());
            return false;
        }
    }

    private void close(ImportId id) {
        ImportRun run = runs.remove(id);
        if (run != null) {
            workers.execute(run::close);
        }
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(workers);
    }
}
