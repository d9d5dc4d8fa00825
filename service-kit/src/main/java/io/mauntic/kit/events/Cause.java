package io.mauntic.kit.events;

import io.vertx.core.json.JsonArray;
import java.util.Optional;
import java.util.UUID;

/**
 * What an event follows from; travels with it.
 *
 * @param correlationId shared by all that follows from one request
 * @param causationId the event that led to it
 * @param traceparent W3C trace context
 */
record Cause(
        Optional<String> correlationId,
        Optional<String> causationId,
        Optional<String> traceparent) {

    static Cause of(ReceivedEvent event) {
        return new Cause(
                Optional.of(event.correlationId().toString()),
                Optional.of(event.id().toString()),
                event.traceparent());
    }

    static Cause of(UUID correlationId, Optional<String> traceparent) {
        return new Cause(Optional.of(correlationId.toString()), Optional.empty(), traceparent);
    }

    /** As the function {@code append_events} takes it. */
    JsonArray json() {
        return new JsonArray()
                .add(correlationId.orElse(null))
                .add(causationId.orElse(null))
                .add(traceparent.orElse(null));
    }
}
