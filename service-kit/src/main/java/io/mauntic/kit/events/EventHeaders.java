package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.OutboxEvents.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers that begin with {@code ce_}. */
final class EventHeaders {

    private static final String BATCH = "batch";
    private static final String CONTENT_TYPE = "application/json";

    private EventHeaders() {}

    static void write(Headers headers, String context, OutboxRow row, OutboxEvent event) {
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", event.id());
        add(headers, "ce_source", "/mauntic/" + context);
        add(headers, "ce_time", event.time());
        add(headers, "content-type", CONTENT_TYPE);
        add(headers, "ce_organizationid", Long.toString(row.organizationId()));
        Cause cause = event.cause();
        cause.correlationId().ifPresent(id -> add(headers, "ce_correlationid", id));
        cause.causationId().ifPresent(id -> add(headers, "ce_causationid", id));
        cause.traceparent().ifPresent(trace -> add(headers, "traceparent", trace));
        add(headers, BATCH, Place.text(row.batch(), event.position()));
        // The last is found first: most readers want to know nothing else of most events.
        add(headers, "ce_type", event.type());
    }

    static String type(ConsumerRecord<String, byte[]> kafkaRecord) {
        return text(kafkaRecord.headers(), "ce_type").orElse("");
    }

    /**
     * The event of a record.
     *
     * @throws RuntimeException when attributes are missing
     */
    static ReceivedEvent read(ConsumerRecord<String, byte[]> kafkaRecord, Lane lane) {
        Headers headers = kafkaRecord.headers();
        UUID id = UUID.fromString(text(headers, "ce_id").orElseThrow());
        return new ReceivedEvent(
                id,
                text(headers, BATCH)
                        .map(place -> Place.parse(place, kafkaRecord.partition()))
                        .orElseGet(() -> Place.alone(id)),
                text(headers, "ce_type").orElseThrow(),
                new OrganizationId(
                        Long.parseLong(text(headers, "ce_organizationid").orElseThrow())),
                kafkaRecord.key(),
                lane,
                Instant.parse(text(headers, "ce_time").orElseThrow()),
                text(headers, "ce_correlationid").map(UUID::fromString).orElse(id),
                text(headers, "traceparent"),
                EventData.unread(kafkaRecord.value()));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
