package io.mauntic.messaging.delivery.application;

import io.mauntic.kit.events.Lane;
import io.mauntic.kit.timers.DueLoop;
import io.mauntic.messaging.delivery.infrastructure.ClaimedDelivery;
import io.mauntic.messaging.delivery.infrastructure.DueDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what this process works on from being claimed again, however slow the mail server is. When
 * the process is killed the renewals stop, and its deliveries are taken over.
 */
@Singleton
public class Leases extends DueLoop {

    private static final Duration RENEW_AFTER = DueDeliveries.LEASE.dividedBy(3);

    private final DueDeliveries due;
    private final Clock clock;
    private final Map<Object, Held> held = new ConcurrentHashMap<>();

    Leases(DueDeliveries due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    private record Held(List<Long> ids, Instant renewAt) {}

    Uni<List<ClaimedDelivery>> claim(Lane lane, int most) {
        return due.claim(lane, most);
    }

    Uni<Optional<Instant>> next(Lane lane) {
        return due.next(lane);
    }

    /** Renews the claims until the work ends, well or badly. */
    <T> Uni<T> holding(List<ClaimedDelivery> claimed, Uni<T> work) {
        if (claimed.isEmpty()) {
            return work;
        }
        Object batch = new Object();
        held.put(
                batch,
                new Held(
                        claimed.stream().map(ClaimedDelivery::id).toList(),
                        clock.instant().plus(RENEW_AFTER)));
        wake();
        return work.onTermination().invoke(() -> held.remove(batch));
    }

    @Override
    protected Uni<Integer> runBatch() {
        Instant now = clock.instant();
        List<Long> ids = new ArrayList<>();
        held.replaceAll(
                (_, batch) -> {
                    if (batch.renewAt().isAfter(now)) {
                        return batch;
                    }
                    ids.addAll(batch.ids());
                    return new Held(batch.ids(), now.plus(RENEW_AFTER));
                });
        return ids.isEmpty() ? Uni.createFrom().item(0) : due.renew(ids).replaceWith(0);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return Uni.createFrom()
                .item(held.values().stream().map(Held::renewAt).min(Instant::compareTo));
    }
}
