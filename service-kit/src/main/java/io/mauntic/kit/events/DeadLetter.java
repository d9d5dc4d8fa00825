package io.mauntic.kit.events;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that could not be handled.
 *
 * @param cause why, for an operator
 */
public record DeadLetter(
        long id,
        UUID eventId,
        String type,
        String key,
        Instant time,
        JsonObject data,
        String cause,
        Instant diedAt) {

    static DeadLetter of(Row row) {
        return new DeadLetter(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("key"),
                row.getOffsetDateTime("time").toInstant(),
                row.getJsonObject("data"),
                row.getString("cause"),
                row.getOffsetDateTime("died_at").toInstant());
    }
}
