package io.mauntic.kit.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Relays the outbox to Kafka, each lane by a loop of its own. */
@ApplicationScoped
class OutboxRelay {

    // A realtime row holds one event or a few; a bulk row up to 1,000: both keep a batch within a
    // few megabytes.
    private static final int REALTIME_ROWS = 200;
    private static final int BULK_ROWS = 10;

    private final Vertx vertx;
    private final OutboxRelayLoop realtime;
    private final OutboxRelayLoop bulk;

    OutboxRelay(
            Vertx vertx, Pool pool, EventPublisher publisher, EventsConfig config, Clock clock) {
        this.vertx = vertx;
        this.realtime =
                new OutboxRelayLoop(Lane.REALTIME, REALTIME_ROWS, pool, publisher, config, clock);
        this.bulk = new OutboxRelayLoop(Lane.BULK, BULK_ROWS, pool, publisher, config, clock);
    }

    /** Has a lane look at once. */
    void wake(Lane lane) {
        (lane == Lane.REALTIME ? realtime : bulk).wake();
    }

    void start(@Observes StartupEvent started) {
        realtime.start(vertx);
        bulk.start(vertx);
    }

    void stop(@Observes ShutdownEvent stopping) {
        realtime.stop();
        bulk.stop();
    }
}
