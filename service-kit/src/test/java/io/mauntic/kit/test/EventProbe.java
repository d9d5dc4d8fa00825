package io.mauntic.kit.test;

import io.mauntic.kernel.OrganizationId;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Speaks as another context on the run's topics, and listens to what the context under test tells.
 */
public final class EventProbe {

    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Components.get("kafka"), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());

    private EventProbe() {}

    /**
     * An event as it stood on a topic.
     *
     * @param organization its id
     * @param topic without the run's prefix
     * @param correlationId empty when it has none; so are the next two
     */
    public record Seen(
            UUID id,
            String type,
            String key,
            long organization,
            String topic,
            String correlationId,
            String causationId,
            String traceparent,
            JsonObject data) {}

    /** Publishes an event of another context on the realtime lane, and answers its id. */
    public static UUID publish(
            String context, OrganizationId organization, String type, Object key, JsonObject data) {
        UUID id = UUID.randomUUID();
        publish(id, context + ".events", organization, type, key, data);
        return id;
    }

    /** Publishes an event of another context on the bulk lane, and answers its id. */
    public static UUID publishBulk(
            String context, OrganizationId organization, String type, Object key, JsonObject data) {
        UUID id = UUID.randomUUID();
        publish(id, context + ".events.bulk", organization, type, key, data);
        return id;
    }

    /**
     * Publishes events of one type on the bulk lane, by their keys, without a rest between them.
     */
    public static void publishBulk(
            String context, OrganizationId organization, String type, Map<?, JsonObject> byKey) {
        List<Future<?>> sent = new ArrayList<>();
        byKey.forEach(
                (key, data) ->
                        sent.add(
                                send(
                                        UUID.randomUUID(),
                                        context + ".events.bulk",
                                        organization,
                                        type,
                                        key,
                                        Instant.now(),
                                        data)));
        sent.forEach(EventProbe::acknowledge);
    }

    /** Publishes with an id of the caller's choice: the same id twice is a second delivery. */
    public static void publish(
            UUID id,
            String topic,
            OrganizationId organization,
            String type,
            Object key,
            JsonObject data) {
        publish(id, topic, organization, type, key, Instant.now(), data);
    }

    /**
     * Publishes with a time of the caller's choice: what happened long ago, or in another month.
     */
    public static void publish(
            UUID id,
            String topic,
            OrganizationId organization,
            String type,
            Object key,
            Instant time,
            JsonObject data) {
        acknowledge(send(id, topic, organization, type, key, time, data));
    }

    /** Publishes an event whose data may be anything, and answers its id. */
    public static UUID publishText(
            String topic, OrganizationId organization, String type, String data) {
        UUID id = UUID.randomUUID();
        byte[] text = data.getBytes(StandardCharsets.UTF_8);
        acknowledge(send(id, topic, organization, type, 1, Instant.now(), text));
        return id;
    }

    private static Future<?> send(
            UUID id,
            String topic,
            OrganizationId organization,
            String type,
            Object key,
            Instant time,
            JsonObject data) {
        return send(id, topic, organization, type, key, time, data.toBuffer().getBytes());
    }

    private static Future<?> send(
            UUID id,
            String topic,
            OrganizationId organization,
            String type,
            Object key,
            Instant time,
            byte[] data) {
        ProducerRecord<String, byte[]> kafkaRecord =
                new ProducerRecord<>(prefix() + topic, key.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/mauntic/test",
                        "ce_type",
                        type,
                        "ce_time",
                        time.toString(),
                        "ce_organizationid",
                        organization.toString())
                .forEach(
                        (name, value) ->
                                kafkaRecord
                                        .headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return PRODUCER.send(kafkaRecord);
    }

    /**
     * Publishes a record that is no event: its data cannot be read, and it says nothing of an
     * organization.
     */
    public static void publishRaw(String topic, String type, String data) {
        ProducerRecord<String, byte[]> kafkaRecord =
                new ProducerRecord<>(prefix() + topic, data.getBytes(StandardCharsets.UTF_8));
        kafkaRecord.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        acknowledge(PRODUCER.send(kafkaRecord));
    }

    /**
     * All events of an organization that stand on a topic now, such as {@code crm.events}; an empty
     * list when the topic does not exist.
     */
    public static List<Seen> seen(String topic, OrganizationId organization) {
        return seen(topic, event -> event.organization() == organization.value());
    }

    /**
     * Waits until a topic holds so many events of a type for an organization, and answers them; one
     * that the relay sent twice, which it may, is one.
     */
    public static List<Seen> await(
            String topic, OrganizationId organization, String type, int count) {
        return await(
                count + " × " + type + " on " + topic,
                count,
                () -> once(topic, organization, type));
    }

    /** The same by records: an event that was sent twice is two of them. */
    public static List<Seen> awaitRecords(
            String topic, OrganizationId organization, String type, int count) {
        return await(
                count + " records of " + type + " on " + topic,
                count,
                () -> seen(topic, organization, type));
    }

    private static List<Seen> await(String what, int count, Supplier<List<Seen>> seen) {
        List<Seen> found = new ArrayList<>();
        Eventually.until(
                what,
                () -> {
                    found.clear();
                    found.addAll(seen.get());
                    return found.size() >= count;
                });
        return List.copyOf(found);
    }

    private static List<Seen> once(String topic, OrganizationId organization, String type) {
        Map<UUID, Seen> byId = new LinkedHashMap<>();
        seen(topic, organization, type).forEach(event -> byId.putIfAbsent(event.id(), event));
        return List.copyOf(byId.values());
    }

    private static List<Seen> seen(String topic, OrganizationId organization, String type) {
        return seen(
                topic,
                event -> event.organization() == organization.value() && event.type().equals(type));
    }

    private static List<Seen> seen(String topic, Predicate<Seen> wanted) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                Components.get("kafka"),
                                "allow.auto.create.topics",
                                "false"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<PartitionInfo> known =
                    consumer.listTopics().getOrDefault(prefix() + topic, List.of());
            List<TopicPartition> partitions =
                    known.stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Seen> seen = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(kafkaRecord -> seen.add(event(kafkaRecord)));
            }
            return seen.stream().filter(wanted).toList();
        }
    }

    private static Seen event(ConsumerRecord<String, byte[]> kafkaRecord) {
        if (!kafkaRecord.topic().endsWith(".dlq")) {
            Schemas.checkEvent(
                    header(kafkaRecord, "ce_type"),
                    new String(kafkaRecord.value(), StandardCharsets.UTF_8));
        }
        return new Seen(
                UUID.fromString(header(kafkaRecord, "ce_id")),
                header(kafkaRecord, "ce_type"),
                kafkaRecord.key(),
                Long.parseLong(header(kafkaRecord, "ce_organizationid")),
                kafkaRecord.topic().substring(prefix().length()),
                header(kafkaRecord, "ce_correlationid"),
                header(kafkaRecord, "ce_causationid"),
                header(kafkaRecord, "traceparent"),
                new JsonObject(new String(kafkaRecord.value(), StandardCharsets.UTF_8)));
    }

    private static String header(ConsumerRecord<String, byte[]> kafkaRecord, String name) {
        Header header = kafkaRecord.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void acknowledge(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String prefix() {
        return System.getProperty("mauntic.test.prefix");
    }
}
