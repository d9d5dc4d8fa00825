package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.mauntic.integrations.delivery.domain.RetryPolicy;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends what is due. A batch is claimed and set off, not waited for: a receiver that hangs keeps
 * its own deliveries waiting, and nobody else's. A claim is a lease, so that what a killed process
 * had on its way is tried again.
 */
@ApplicationScoped
public class DeliveryLoop extends DueLoop {

    static final int MOST_OF_ONE_WEBHOOK = 8;
    private static final int MOST = 200;
    // An attempt takes at most 15 s, and writing it down a moment.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Deliveries deliveries;
    private final Receivers receivers;
    private final SettlementQueue settlements;
    private final Map<WebhookId, Integer> running = new HashMap<>();
    private int onTheirWay;

    DeliveryLoop(Deliveries deliveries, Receivers receivers, SettlementQueue settlements) {
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.settlements = settlements;
    }

    @Override
    protected Uni<Integer> runBatch() {
        Map<WebhookId, Integer> now;
        int room;
        synchronized (this) {
            now = Map.copyOf(running);
            room = MOST - onTheirWay;
        }
        if (room <= 0) {
            return Uni.createFrom().item(0);
        }
        return deliveries
                .claim(now, MOST_OF_ONE_WEBHOOK, room, LEASE)
                .invoke(claims -> claims.forEach(claim -> count(claim.webhook(), 1)))
                .chain(claims -> send(claims).replaceWith(claims.size()));
    }

    @Override
    protected synchronized Uni<Optional<Instant>> nextDue() {
        // What has no room now is looked at when an attempt ends.
        List<WebhookId> busy =
                onTheirWay >= MOST
                        ? null
                        : running.keySet().stream()
                                .filter(id -> running.get(id) >= MOST_OF_ONE_WEBHOOK)
                                .toList();
        return busy == null ? Uni.createFrom().item(Optional.empty()) : deliveries.nextDue(busy);
    }

    private Uni<Void> send(List<Claim> claims) {
        Map<OrganizationId, List<Claim>> byOrganization = new LinkedHashMap<>();
        claims.forEach(
                claim ->
                        byOrganization
                                .computeIfAbsent(claim.organization(), _ -> new ArrayList<>())
                                .add(claim));
        Uni<Void> sent = Uni.createFrom().voidItem();
        for (Map.Entry<OrganizationId, List<Claim>> entry : byOrganization.entrySet()) {
            sent = sent.chain(() -> send(entry.getKey(), entry.getValue()));
        }
        return sent;
    }

    private Uni<Void> send(OrganizationId organization, List<Claim> claims) {
        return deliveries
                .load(organization, claims)
                .onFailure()
                .invoke(() -> claims.forEach(claim -> count(claim.webhook(), -1)))
                .invoke(
                        loaded -> {
                            claims.stream()
                                    .filter(
                                            claim ->
                                                    loaded.stream()
                                                            .noneMatch(
                                                                    delivery ->
                                                                            delivery.id()
                                                                                    == claim
                                                                                            .delivery()))
                                    .forEach(claim -> count(claim.webhook(), -1));
                            loaded.forEach(this::send);
                        })
                .replaceWithVoid();
    }

    private void send(Delivery delivery) {
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
                .invoke(() -> ended(delivery.webhook()))
                .subscribe()
                // What could not be written down is tried again when its lease ends; the queue has
                // told why.
                .with(_ -> {}, _ -> {});
    }

    private void ended(WebhookId webhook) {
        count(webhook, -1);
        wake();
    }

    private synchronized void count(WebhookId webhook, int change) {
        onTheirWay += change;
        running.merge(webhook, change, (before, by) -> before + by == 0 ? null : before + by);
    }
}
