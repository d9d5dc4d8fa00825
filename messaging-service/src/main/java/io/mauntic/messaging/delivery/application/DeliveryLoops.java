package io.mauntic.messaging.delivery.application;

import io.mauntic.kit.events.Lane;
import io.mauntic.kit.timers.DueLoop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Two loops a lane: while one waits for the answers to its batch, the other prepares the next. The
 * lanes share nothing but the machine.
 */
@ApplicationScoped
public class DeliveryLoops {

    private static final int REALTIME_BATCH = 50;
    private static final int BULK_BATCH = 300;

    private final DeliveryLoop[] realtime;
    private final DeliveryLoop[] bulk;

    DeliveryLoops(CarefulBatch batches, Leases leases) {
        realtime = loops(Lane.REALTIME, REALTIME_BATCH, batches, leases);
        bulk = loops(Lane.BULK, BULK_BATCH, batches, leases);
    }

    private static DeliveryLoop[] loops(Lane lane, int batch, CarefulBatch batches, Leases leases) {
        return new DeliveryLoop[] {
            new DeliveryLoop(lane, batch, batches, leases),
            new DeliveryLoop(lane, batch, batches, leases)
        };
    }

    /** Has the lane look at once for what is due: a loop that is idle, else both when they can. */
    public void wake(Lane lane) {
        DeliveryLoop[] loops = lane == Lane.REALTIME ? realtime : bulk;
        if (lane == Lane.REALTIME && !loops[0].atWork()) {
            loops[0].wake();
        } else {
            for (DeliveryLoop loop : loops) {
                loop.wake();
            }
        }
    }

    @Produces
    @Singleton
    @Named("realtime-1")
    DueLoop firstRealtime() {
        return realtime[0];
    }

    @Produces
    @Singleton
    @Named("realtime-2")
    DueLoop secondRealtime() {
        return realtime[1];
    }

    @Produces
    @Singleton
    @Named("bulk-1")
    DueLoop firstBulk() {
        return bulk[0];
    }

    @Produces
    @Singleton
    @Named("bulk-2")
    DueLoop secondBulk() {
        return bulk[1];
    }
}
