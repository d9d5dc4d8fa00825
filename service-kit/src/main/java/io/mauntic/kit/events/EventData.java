package io.mauntic.kit.events;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** The data of an event, parsed when somebody asks: who counts a million contacts does not. */
public final class EventData {

    private final Buffer text;
    private JsonObject json;

    private EventData(Buffer text, JsonObject json) {
        this.text = text;
        this.json = json;
    }

    public static EventData of(JsonObject json) {
        return new EventData(null, json);
    }

    static EventData unread(byte[] text) {
        return new EventData(Buffer.buffer(text), null);
    }

    /** Fails with {@link DecodeException} when they are no JSON object. */
    JsonObject json() {
        if (json == null) {
            json = new JsonObject(text);
        }
        return json;
    }

    /** The data, or what came in their place, to be looked at by a person. */
    JsonObject jsonOrText() {
        try {
            return json();
        } catch (DecodeException unreadable) {
            return JsonObject.of("unreadable", text.toString().replace('\0', ' '));
        }
    }
}
