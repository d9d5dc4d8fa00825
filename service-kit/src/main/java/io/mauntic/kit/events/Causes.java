package io.mauntic.kit.events;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the work of one unit follows from. A batch has many causes: which of them an event follows
 * from is told by its key, as far as somebody said so.
 */
final class Causes {

    /** The key of the cause that is everybody's else. */
    private static final String USUAL = "";

    private final Map<String, Cause> byKey = new HashMap<>();
    private Optional<Cause> usual = Optional.empty();

    /** The unit handles these events. */
    void handling(List<ReceivedEvent> events) {
        if (events.size() == 1) {
            usual = Optional.of(Cause.of(events.getFirst()));
        } else {
            events.forEach(event -> byKey.put(event.key(), Cause.of(event)));
        }
    }

    /** Settles what the unit follows from when nobody said so. */
    Causes otherwise(Supplier<Cause> made) {
        usual = usual.or(() -> Optional.of(made.get()));
        return this;
    }

    /**
     * The cause of an event, where it is not the usual one. When the event says so itself, what has
     * its key follows from the same cause from now on.
     */
    Optional<Cause> of(OutgoingEvent event) {
        Optional<Cause> told = event.cause().map(Cause::of);
        if (told.isPresent() && !told.equals(usual)) {
            byKey.put(event.key(), told.get());
        }
        return told.or(() -> Optional.ofNullable(byKey.get(event.key())))
                .filter(cause -> !cause.equals(usual.orElse(null)));
    }

    /** The usual cause alone, for {@code append_events}. */
    JsonObject usual() {
        JsonObject causes = new JsonObject();
        usual.ifPresent(cause -> causes.put(USUAL, cause.json()));
        return causes;
    }

    /** All of them, for {@code append_events}. */
    JsonObject all() {
        JsonObject causes = usual();
        byKey.forEach((key, cause) -> causes.put(key, cause.json()));
        return causes;
    }
}
