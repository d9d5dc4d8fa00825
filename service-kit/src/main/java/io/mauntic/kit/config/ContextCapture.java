package io.mauntic.kit.config;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps Mutiny from capturing all contexts for each of its callbacks. That of a request travels
 * with its Vert.x context, which {@link io.mauntic.kit.database.FreshContext} renews.
 */
@ApplicationScoped
class ContextCapture {

    void leaveOut(@Observes @Priority(1) StartupEvent starting) {
        Infrastructure.clearInterceptors();
    }
}
