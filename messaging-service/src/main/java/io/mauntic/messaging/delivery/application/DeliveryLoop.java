package io.mauntic.messaging.delivery.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.timers.DueLoop;
import io.mauntic.messaging.delivery.infrastructure.ClaimedDelivery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends what is due on a lane, batch after batch; organizations share a batch, and one that fails
 * does not keep the others waiting.
 */
final class DeliveryLoop extends DueLoop {

    private final Lane lane;
    private final int most;
    private final CarefulBatch batches;
    private final Leases leases;

    DeliveryLoop(Lane lane, int most, CarefulBatch batches, Leases leases) {
        this.lane = lane;
        this.most = most;
        this.batches = batches;
        this.leases = leases;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return leases.claim(lane, most)
                .chain(
                        claimed ->
                                leases.holding(
                                        claimed,
                                        Multi.createFrom()
                                                .iterable(byOrganization(claimed).entrySet())
                                                .onItem()
                                                .transformToUni(
                                                        group ->
                                                                batches.handle(
                                                                        group.getKey(),
                                                                        lane,
                                                                        group.getValue()))
                                                .concatenate()
                                                .collect()
                                                .last()
                                                .replaceWith(worked(claimed))));
    }

    @Override
    protected int fullBatch() {
        return most;
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return leases.next(lane);
    }

    // Whoever used up its share may have more waiting, though the batch is not full.
    private int worked(List<ClaimedDelivery> claimed) {
        Map<OrganizationId, List<ClaimedDelivery>> shares = byOrganization(claimed);
        int largest = shares.values().stream().mapToInt(List::size).max().orElse(0);
        return largest * shares.size() >= most ? most : claimed.size();
    }

    private static Map<OrganizationId, List<ClaimedDelivery>> byOrganization(
            List<ClaimedDelivery> claimed) {
        return claimed.stream()
                .collect(
                        Collectors.groupingBy(
                                ClaimedDelivery::organization,
                                LinkedHashMap::new,
                                Collectors.toList()));
    }
}
