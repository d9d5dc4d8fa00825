package io.mauntic.kit.database;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs work on a Vert.x context of its own. A database session belongs to a context: two pieces of
 * work that share one would share their session, and with it their organization.
 */
@ApplicationScoped
public class FreshContext {

    private final Vertx vertx;

    FreshContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * The outcome of the work, told on the caller's context. Giving up waiting does not stop the
     * work: a transaction in mid-flight is finished, never torn down under its statements. The
     * request of the caller, if there is one, stays at hand.
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(
                        emitter -> {
                            Executor caller = callersContext();
                            ContextState request =
                                    Arc.container().requestContext().getStateIfActive();
                            Context context =
                                    VertxContext.createNewDuplicatedContext(
                                            vertx.getOrCreateContext());
                            VertxContextSafetyToggle.setContextSafe(context, true);
                            context.runOnContext(
                                    _ -> {
                                        if (request != null) {
                                            Arc.container().requestContext().activate(request);
                                        }
                                        Uni.createFrom()
                                                .deferred(work::get)
                                                .emitOn(caller)
                                                .subscribe()
                                                .with(emitter::complete, emitter::fail);
                                    });
                        });
    }

    /**
     * Where whoever asks now goes on. What was done on another thread must come back here before
     * anybody asks whose request it is.
     */
    public static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : step -> context.runOnContext(_ -> step.run());
    }
}
