package io.mauntic.kit.events;

import io.mauntic.kit.events.OutboxEvents.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends rows of the outbox to Kafka as CloudEvents in binary mode. A plain producer: one call sends
 * a batch and waits once for all of its acknowledgements, where a channel would make a message, a
 * stage and a callback of each event.
 */
@ApplicationScoped
class EventPublisher {

    private final Vertx vertx;
    private final EventsConfig config;
    private final KafkaProducer<String, byte[]> producer;

    EventPublisher(Vertx vertx, EventsConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
                                ProducerConfig.ACKS_CONFIG, "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                                ProducerConfig.LINGER_MS_CONFIG, 0,
                                ProducerConfig.BATCH_SIZE_CONFIG, 131_072,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Completes when the broker has acknowledged every event of the rows. */
    Uni<Void> publish(List<OutboxRow> rows) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                vertx.<Void>executeBlocking(() -> send(rows), false)
                                        .toCompletionStage());
    }

    private Void send(List<OutboxRow> rows) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> pending = new ArrayList<>();
        for (OutboxRow row : rows) {
            for (OutboxEvent event : row.events()) {
                pending.add(producer.send(kafkaRecord(row, event)));
            }
        }
        for (Future<RecordMetadata> acknowledgement : pending) {
            acknowledgement.get();
        }
        return null;
    }

    private ProducerRecord<String, byte[]> kafkaRecord(OutboxRow row, OutboxEvent event) {
        String topic =
                row.topic()
                        .orElseGet(() -> row.lane().topic(config.topicPrefix(), config.context()));
        ProducerRecord<String, byte[]> kafkaRecord =
                new ProducerRecord<>(topic, event.key(), event.data());
        EventHeaders.write(kafkaRecord.headers(), config.context(), row, event);
        return kafkaRecord;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
