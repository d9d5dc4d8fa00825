package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.ImportFiles;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.crm.contactimport.infrastructure.ImportQueue.Claimed;
import io.mauntic.crm.contactimport.infrastructure.ImportQueue.Hands;
import io.mauntic.kernel.ImportId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Works through the queued imports, a chunk of each in turn, so that a large file does not keep the
 * others waiting; nor does one that is being fetched.
 */
@ApplicationScoped
class ImportLoop extends DueLoop {

    static final int ROOM = 8;

    private static final Logger LOG = Logger.getLogger(ImportLoop.class);
    private static final int MOST_ATTEMPTS = 8;

    private static final String OUR_FAULT =
            "Something went wrong on our side. The rows that were imported are safe; import the file once more.";

    private final UnitOfWork unitOfWork;
    private final ImportQueue queue;
    private final ImportLeases leases;
    private final ImportStep step;
    private final ImportOpener opener;
    private final ImportFiles files;
    private final Set<ImportId> opening = ConcurrentHashMap.newKeySet();
    private final Map<ImportId, ImportRun> runs = new ConcurrentHashMap<>();
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    ImportLoop(
            UnitOfWork unitOfWork,
            ImportQueue queue,
            ImportLeases leases,
            ImportStep step,
            ImportOpener opener,
            ImportFiles files) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.leases = leases;
        this.step = step;
        this.opener = opener;
        this.files = files;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return closeLost()
                .chain(() -> queue.claim(hands()))
                .chain(
                        found ->
                                found.map(claimed -> advance(claimed).replaceWith(1))
                                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return queue.next(hands());
    }

    @PreDestroy
    void closeAll() {
        runs.values().forEach(ImportRun::close);
    }

    private Hands hands() {
        return new Hands(leases.holder(), Set.copyOf(opening), Set.copyOf(runs.keySet()), ROOM);
    }

    // Another replica has them, or nobody: they were ended while this one slept.
    private Uni<Void> closeLost() {
        Set<ImportId> open = Set.copyOf(runs.keySet());
        return leases.renew(open)
                .invoke(ours -> open.stream().filter(id -> !ours.contains(id)).forEach(this::close))
                .replaceWithVoid();
    }

    private Uni<Void> advance(Claimed claimed) {
        ImportRun run = runs.get(claimed.id());
        if (run == null) {
            open(claimed);
            return Uni.createFrom().voidItem();
        }
        return onWorker(run::next)
                .chain(piece -> load(claimed, piece, run))
                .onFailure()
                .recoverWithUni(failure -> failed(claimed, failure));
    }

    private void open(Claimed claimed) {
        opening.add(claimed.id());
        leases.hold(claimed.id());
        unitOfWork
                .in(claimed.organization(), () -> opener.find(claimed.id()))
                .chain(file -> onWorker(() -> opener.open(file, workers)))
                .invoke(run -> runs.put(claimed.id(), run))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(claimed, failure))
                .subscribe()
                .with(
                        _ -> opened(claimed),
                        failure -> {
                            LOG.warnf(
                                    failure, "Import %s rests until its lease ends", claimed.id());
                            opened(claimed);
                        });
    }

    private void opened(Claimed claimed) {
        opening.remove(claimed.id());
        wake();
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
        return queue.postpone(claimed.id())
                .chain(
                        attempts ->
                                attempts < MOST_ATTEMPTS
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
        leases.release(id);
        ImportRun run = runs.remove(id);
        if (run != null) {
            workers.execute(run::close);
        }
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(workers);
    }
}
