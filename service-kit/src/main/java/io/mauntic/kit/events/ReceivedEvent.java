package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that another context, or this one, told.
 *
 * @param id unique
 * @param place where it stood when it was told; the inbox knows it
 * @param type as in {@code contracts/events}
 * @param organization whose event it is
 * @param key the contact's id, or the aggregate's
 * @param lane the lane it came on; what follows from it goes out on the same
 * @param time when it happened
 * @param correlationId shared by all that follows from one request
 * @param traceparent W3C trace context of its cause
 * @param content its JSON data, see {@link #data}
 */
public record ReceivedEvent(
        UUID id,
        Place place,
        String type,
        OrganizationId organization,
        String key,
        Lane lane,
        Instant time,
        UUID correlationId,
        Optional<String> traceparent,
        EventData content) {

    /** Its JSON data. Fails when they are no JSON object, which makes it a dead letter. */
    public JsonObject data() {
        return content.json();
    }

    /** The contact that the event is about. */
    public long contactId() {
        return data().getLong("contactId");
    }
}
