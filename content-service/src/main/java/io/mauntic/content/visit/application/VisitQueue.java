package io.mauntic.content.visit.application;

import io.mauntic.content.visit.domain.PageVisit;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Gathers visits while the ones before them are written, so that a busy site costs a few
 * transactions a second and a quiet one no delay. A visit is acknowledged when its batch has
 * committed; nothing that was acknowledged is only in memory.
 */
@ApplicationScoped
public class VisitQueue {

    static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;

    private final RecordVisits recordVisits;
    private final Map<OrganizationId, Queue<Waiting>> waiting = new HashMap<>();
    private int size;

    VisitQueue(RecordVisits recordVisits) {
        this.recordVisits = recordVisits;
    }

    private record Waiting(PageVisit visit, UniEmitter<? super Void> visitor) {}

    /**
     * Arrives when the visit is safe; fails with {@link TooManyVisits} when too many wait already.
     */
    public Uni<Void> add(OrganizationId organization, PageVisit visit) {
        return Uni.createFrom().emitter(emitter -> add(organization, new Waiting(visit, emitter)));
    }

    private void add(OrganizationId organization, Waiting arrival) {
        boolean idle;
        synchronized (this) {
            if (size >= MOST_WAITING) {
                arrival.visitor().fail(new TooManyVisits());
                return;
            }
            size++;
            idle = !waiting.containsKey(organization);
            waiting.computeIfAbsent(organization, _ -> new ArrayDeque<>()).add(arrival);
        }
        if (idle) {
            write(organization);
        }
    }

    private void write(OrganizationId organization) {
        List<Waiting> batch = next(organization);
        if (batch.isEmpty()) {
            return;
        }
        recordVisits
                .handle(organization, batch.stream().map(Waiting::visit).toList())
                .onTermination()
                .invoke(() -> write(organization))
                .subscribe()
                .with(
                        _ -> batch.forEach(written -> written.visitor().complete(null)),
                        failure -> batch.forEach(lost -> lost.visitor().fail(failure)));
    }

    // An organization has an entry while one of its batches is being written; the last one takes
    // the entry away.
    private synchronized List<Waiting> next(OrganizationId organization) {
        Queue<Waiting> queue = waiting.get(organization);
        List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), BATCH));
        while (batch.size() < BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        size -= batch.size();
        if (batch.isEmpty()) {
            waiting.remove(organization);
        }
        return batch;
    }
}
