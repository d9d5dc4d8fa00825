package io.mauntic.kit.events;

import java.util.Optional;

/**
 * An event that this context tells the others.
 *
 * @param type noun and past participle, as in {@code contracts/events}
 * @param key what keeps its order: the contact's id, or the aggregate's where there is no contact
 * @param data an object that Jackson writes as the event's JSON data
 * @param cause the event that led to it
 */
public record OutgoingEvent(String type, String key, Object data, Optional<ReceivedEvent> cause) {

    public static OutgoingEvent of(String type, Object key, Object data) {
        return new OutgoingEvent(type, key.toString(), data, Optional.empty());
    }

    public OutgoingEvent causedBy(ReceivedEvent received) {
        return new OutgoingEvent(type, key, data, Optional.of(received));
    }
}
