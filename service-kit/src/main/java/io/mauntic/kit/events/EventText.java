package io.mauntic.kit.events;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** An event as the outbox keeps it; {@link OutboxEvents} reads it. */
final class EventText {

    private EventText() {}

    /**
     * @param data a JSON object, as text
     * @param cause when it is not the one of the whole row
     */
    static String of(
            String id, String type, String key, String time, Optional<Cause> cause, String data) {
        JsonObject head =
                new JsonObject().put("id", id).put("type", type).put("key", key).put("time", time);
        cause.ifPresent(known -> head.put("cause", known.json()));
        String begun = head.encode();
        return begun.substring(0, begun.length() - 1) + ",\"data\":" + data + "}";
    }
}
