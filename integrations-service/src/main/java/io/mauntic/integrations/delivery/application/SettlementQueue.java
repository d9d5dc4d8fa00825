package io.mauntic.integrations.delivery.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.setaside.Halving;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Gathers the outcomes of an organization while the ones before them are written: a transaction a
 * batch, none a delivery. One that cannot be written takes no other with it.
 */
@ApplicationScoped
class SettlementQueue {

    private static final Logger LOG = Logger.getLogger(SettlementQueue.class);

    private final Deliveries deliveries;
    private final GivenUp givenUp;
    // Bounded by what is on its way.
    private final Map<OrganizationId, List<Waiting>> waiting = new HashMap<>();

    SettlementQueue(Deliveries deliveries, GivenUp givenUp) {
        this.deliveries = deliveries;
        this.givenUp = givenUp;
    }

    private record Waiting(Settlement settlement, UniEmitter<? super Void> sender) {}

    /** Arrives when the outcome is written. */
    Uni<Void> add(Settlement settlement) {
        return Uni.createFrom()
                .emitter(
                        emitter ->
                                add(
                                        settlement.delivery().organization(),
                                        new Waiting(settlement, emitter)));
    }

    private void add(OrganizationId organization, Waiting arrival) {
        boolean idle;
        synchronized (this) {
            idle = !waiting.containsKey(organization);
            waiting.computeIfAbsent(organization, _ -> new ArrayList<>()).add(arrival);
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
        Halving.of(
                        batch.stream().map(Waiting::settlement).toList(),
                        some -> deliveries.settle(organization, some),
                        (settlement, failure) -> givenUp.unwritten(settlement.delivery(), failure))
                .onFailure()
                .invoke(
                        failure ->
                                LOG.errorf(
                                        failure,
                                        "The outcome of %d deliveries could not be written; they are sent again",
                                        batch.size()))
                .onTermination()
                .invoke(() -> write(organization))
                .subscribe()
                .with(
                        _ -> batch.forEach(written -> written.sender().complete(null)),
                        failure -> batch.forEach(lost -> lost.sender().fail(failure)));
    }

    // An organization has an entry while one of its batches is being written; the last one takes
    // the entry away.
    private synchronized List<Waiting> next(OrganizationId organization) {
        List<Waiting> batch = waiting.get(organization);
        if (batch.isEmpty()) {
            waiting.remove(organization);
        } else {
            waiting.put(organization, new ArrayList<>());
        }
        return batch;
    }
}
