package io.mauntic.launcher.demo;

import io.mauntic.launcher.process.LaunchFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes CloudEvents in binary mode to the contexts' bulk topics, for the demo organization. */
final class EventWriter implements AutoCloseable {
    private static final String ORGANIZATION = "1";

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    EventWriter(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "linger.ms",
                                "20"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    void write(PastEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        "mauntic." + event.context() + ".events.bulk",
                        Long.toString(event.contact()),
                        event.data().toString().getBytes(StandardCharsets.UTF_8));
        Headers headers = message.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", UUID.randomUUID().toString());
        header(headers, "ce_source", "/mauntic/" + event.context());
        header(headers, "ce_type", event.type());
        header(
                headers,
                "ce_time",
                event.at().isAfter(Instant.now())
                        ? Instant.now().toString()
                        : event.at().toString());
        header(headers, "content-type", "application/json");
        header(headers, "ce_organizationid", ORGANIZATION);
        producer.send(message, (_, problem) -> failure.compareAndSet(null, problem));
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
        if (failure.get() != null) {
            throw new LaunchFailure(
                    "Kafka did not take an event: " + failure.get().getMessage(), failure.get());
        }
    }
}
