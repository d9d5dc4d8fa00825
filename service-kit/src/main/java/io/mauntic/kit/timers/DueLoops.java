package io.mauntic.kit.timers;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Starts every {@link DueLoop} bean with the service and stops it with the service. */
@ApplicationScoped
class DueLoops {

    private final Vertx vertx;
    private final List<DueLoop> loops;

    DueLoops(Vertx vertx, @All List<DueLoop> loops) {
        this.vertx = vertx;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loops.forEach(loop -> loop.start(vertx));
    }

    void stop(@Observes ShutdownEvent stopping) {
        loops.forEach(DueLoop::stop);
    }
}
