package io.mauntic.kit.events;

import io.mauntic.kit.events.OutboxEvents.OutboxEvent;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A row of the outbox: up to 1,000 events of one cause. */
record OutboxRow(
        long id,
        long organizationId,
        Lane lane,
        Optional<String> topic,
        List<OutboxEvent> events,
        Optional<UUID> correlationId,
        Optional<UUID> causationId,
        Optional<String> traceparent) {

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("id"),
                row.getLong("organization_id"),
                Lane.of(row.getString("lane")),
                Optional.ofNullable(row.getString("topic")),
                OutboxEvents.parse(row.getString("events")),
                Optional.ofNullable(row.getUUID("correlation_id")),
                Optional.ofNullable(row.getUUID("causation_id")),
                Optional.ofNullable(row.getString("traceparent")));
    }
}
