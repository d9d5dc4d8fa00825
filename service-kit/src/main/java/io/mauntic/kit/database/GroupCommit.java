package io.mauntic.kit.database;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.setaside.Halving;
import io.mauntic.kit.timers.Pace;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiFunction;

/**
 * Gathers what arrives while that before it is being written, so that a crowd costs a few
 * transactions a second and a single visitor no delay. An item is acknowledged when its batch has
 * committed: nothing that was acknowledged is only in memory. Items of an organization are written
 * in the order in which they came; organizations do not wait for each other.
 */
public final class GroupCommit<T> {

    // A lone item never waits for it; in a crowd it makes one transaction of several.
    private static final Duration LONGEST_PACE = Duration.ofMillis(20);

    private final Vertx vertx;
    private final int mostWaiting;
    private final int batch;
    private final BiFunction<OrganizationId, List<T>, Uni<Void>> write;
    private final Map<OrganizationId, Queue<Waiting<T>>> waiting = new HashMap<>();
    private int size;

    /**
     * @param mostWaiting items that memory may hold; one more fails with {@link TooMuchWaits}
     * @param batch the most items of one call of {@code write}
     * @param write writes items of an organization in one transaction; where it fails by the fault
     *     of an item, the others are written without it
     */
    public GroupCommit(
            Vertx vertx,
            int mostWaiting,
            int batch,
            BiFunction<OrganizationId, List<T>, Uni<Void>> write) {
        this.vertx = vertx;
        this.mostWaiting = mostWaiting;
        this.batch = batch;
        this.write = write;
    }

    private record Waiting<T>(T item, UniEmitter<? super Void> caller) {}

    /** Arrives when the item is committed, or fails as writing it failed. */
    public Uni<Void> add(OrganizationId organization, T item) {
        return Uni.createFrom()
                .<Void>emitter(caller -> add(organization, new Waiting<>(item, caller)))
                .emitOn(FreshContext.callersContext());
    }

    private void add(OrganizationId organization, Waiting<T> arrival) {
        boolean idle;
        synchronized (this) {
            if (size >= mostWaiting) {
                arrival.caller().fail(new TooMuchWaits());
                return;
            }
            size++;
            idle = !waiting.containsKey(organization);
            waiting.computeIfAbsent(organization, _ -> new ArrayDeque<>()).add(arrival);
        }
        if (idle) {
            // The work of many belongs to the request of none of them.
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                    .runOnContext(_ -> write(organization));
        }
    }

    private void write(OrganizationId organization) {
        List<Waiting<T>> arrivals = next(organization);
        if (arrivals.isEmpty()) {
            return;
        }
        Pace pace = new Pace(LONGEST_PACE);
        Halving.of(arrivals, some -> attempt(organization, some), GroupCommit::refuse)
                .onTermination()
                .invoke(() -> writeNext(organization, pace))
                .subscribe()
                .with(_ -> {}, away -> arrivals.forEach(one -> one.caller().fail(away)));
    }

    private void writeNext(OrganizationId organization, Pace pace) {
        pace.end();
        long early = pace.millisToNext();
        if (early > 0) {
            vertx.setTimer(early, _ -> write(organization));
        } else {
            write(organization);
        }
    }

    private Uni<Void> attempt(OrganizationId organization, List<Waiting<T>> some) {
        return write.apply(organization, some.stream().map(Waiting::item).toList())
                .invoke(() -> some.forEach(one -> one.caller().complete(null)));
    }

    private static <T> Uni<Void> refuse(Waiting<T> alone, Throwable failure) {
        alone.caller().fail(failure);
        return Uni.createFrom().voidItem();
    }

    // An organization has an entry while one of its batches is being written; the last one takes
    // the entry away.
    private synchronized List<Waiting<T>> next(OrganizationId organization) {
        Queue<Waiting<T>> queue = waiting.get(organization);
        List<Waiting<T>> arrivals = new ArrayList<>(Math.min(queue.size(), batch));
        while (arrivals.size() < batch && !queue.isEmpty()) {
            arrivals.add(queue.remove());
        }
        size -= arrivals.size();
        if (arrivals.isEmpty()) {
            waiting.remove(organization);
        }
        return arrivals;
    }
}
