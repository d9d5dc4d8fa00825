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

    private final Vertx vertx;
    private final OutboxRelayLoop realtime;
    private final OutboxRelayLoop bulk;

    OutboxRelay(
            Vertx vertx,
            Pool pool,
            EventPublisher publisher,
            EventsConfig config,
            Refusals refusals,
            Clock clock) {
        this.vertx = vertx;
        this.realtime =
                new OutboxRelayLoop(Lane.REALTIME, pool, publisher, config, refusals, clock);
        this.bulk = new OutboxRelayLoop(Lane.BULK, pool, publisher, config, refusals, clock);
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
