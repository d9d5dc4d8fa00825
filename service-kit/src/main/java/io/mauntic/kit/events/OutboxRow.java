package io.mauntic.kit.events;

import io.mauntic.kit.events.OutboxEvents.OutboxEvent;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/** A row of the outbox: up to 1,000 events of an organization. */
record OutboxRow(
        long id,
        String batch,
        long organizationId,
        Lane lane,
        Optional<String> topic,
        int bytes,
        List<OutboxEvent> events) {

    static OutboxRow of(Row row) {
        Cause cause =
                new Cause(
                        text(row, "correlation_id"),
                        text(row, "causation_id"),
                        text(row, "traceparent"));
        return new OutboxRow(
                row.getLong("id"),
                row.getString("batch"),
                row.getLong("organization_id"),
                Lane.of(row.getString("lane")),
                text(row, "topic"),
                row.getInteger("bytes"),
                OutboxEvents.parse(row.getString("events"), row.getString("created_at"), cause));
    }

    private static Optional<String> text(Row row, String name) {
        return Optional.ofNullable(row.getString(name));
    }
}
