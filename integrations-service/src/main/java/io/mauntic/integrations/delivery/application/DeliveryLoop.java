package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.mauntic.integrations.delivery.domain.RetryPolicy;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Halving;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due. A batch is claimed and set off, not waited for: a receiver that hangs keeps
 * its own deliveries waiting, and nobody else's. A claim is a lease, so that what a killed process
 * had on its way is tried again.
 */
@ApplicationScoped
public class DeliveryLoop extends DueLoop {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final int MOST = 200;
    // An attempt takes at most 15 s, and writing it down a moment.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Deliveries deliveries;
    private final Receivers receivers;
    private final SettlementQueue settlements;
    private final GivenUp givenUp;
    private final Map<Long, Claim> onTheirWay = new ConcurrentHashMap<>();
    private final Set<Long> sending = ConcurrentHashMap.newKeySet();

    DeliveryLoop(
            Deliveries deliveries,
            Receivers receivers,
            SettlementQueue settlements,
            GivenUp givenUp) {
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.settlements = settlements;
        this.givenUp = givenUp;
    }

    @Override
    protected Uni<Integer> runBatch() {
        int room = MOST - onTheirWay.size();
        if (room <= 0) {
            return Uni.createFrom().item(0);
        }
        return deliveries
                .claim(OnTheirWay.of(onTheirWay.values()), room, LEASE)
                .invoke(claims -> claims.forEach(claim -> onTheirWay.put(claim.delivery(), claim)))
                .chain(claims -> send(claims).replaceWith(claims.size()));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        // What has no room now is looked at when an attempt ends.
        if (onTheirWay.size() >= MOST) {
            return Uni.createFrom().item(Optional.empty());
        }
        return deliveries.nextDue(OnTheirWay.of(onTheirWay.values()));
    }

    private Uni<Void> send(List<Claim> claims) {
        Map<OrganizationId, List<Claim>> byOrganization =
                claims.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Claim::organization,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return Multi.createFrom()
                .iterable(byOrganization.entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> send(one.getKey(), one.getValue()))
                .collect()
                .last();
    }

    /** Never fails: whatever is not sent is counted back. */
    private Uni<Void> send(OrganizationId organization, List<Claim> claims) {
        return Halving.of(
                        claims,
                        some -> load(organization, some),
                        (claim, failure) ->
                                givenUp.failed(claim, failure)
                                        .onTermination()
                                        .invoke(() -> onTheirWay.remove(claim.delivery())))
                .onFailure()
                .recoverWithUni(failure -> rest(claims, failure));
    }

    private Uni<Void> load(OrganizationId organization, List<Claim> claims) {
        return deliveries
                .load(organization, claims)
                .invoke(
                        loaded -> {
                            Set<Long> found =
                                    loaded.stream().map(Delivery::id).collect(Collectors.toSet());
                            claims.stream()
                                    .map(Claim::delivery)
                                    .filter(id -> !found.contains(id))
                                    .forEach(onTheirWay::remove);
                            loaded.forEach(this::send);
                        })
                .replaceWithVoid();
    }

    private Uni<Void> rest(List<Claim> claims, Throwable failure) {
        LOG.warnf(failure, "%d deliveries wait", claims.size());
        List<Claim> left =
                claims.stream()
                        .filter(claim -> !sending.contains(claim.delivery()))
                        .filter(claim -> onTheirWay.remove(claim.delivery()) != null)
                        .toList();
        return deliveries.release(left, Attempts.STANDARD.passing()).onFailure().recoverWithNull();
    }

    private void send(Delivery delivery) {
        sending.add(delivery.id());
        receivers
                .deliver(delivery)
                .map(
                        attempt ->
                                new Settlement(
                                        delivery,
                                        attempt,
                                        RetryPolicy.judge(
                                                delivery.attempt() + 1,
                                                attempt,
                                                ThreadLocalRandom.current().nextDouble())))
                .chain(settlements::add)
                .onTermination()
                .invoke(() -> ended(delivery.id()))
                .subscribe()
                // What could not be written down is tried again when its lease ends; the queue has
                // told why.
                .with(_ -> {}, _ -> {});
    }

    private void ended(long delivery) {
        sending.remove(delivery);
        onTheirWay.remove(delivery);
        wake();
    }
}
