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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
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
    private KafkaProducer<String, byte[]> producer;
    private boolean careful;

    EventPublisher(Vertx vertx, EventsConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.producer = producer();
    }

    private KafkaProducer<String, byte[]> producer() {
        int patience = Math.toIntExact(config.brokerPatience().toMillis());
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        config.kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        131_072,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        patience,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patience / 2,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        patience),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Completes when the broker has answered for every event of the rows, with those that it will
     * never take; fails when it is away.
     */
    Uni<List<Refusal>> publish(List<OutboxRow> rows) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> send(rows), false).toCompletionStage());
    }

    private record Pending(OutboxRow row, OutboxEvent event, Future<RecordMetadata> sent) {

        /** Waits for the broker's answer. */
        Optional<Refusal> refusal() throws ExecutionException, InterruptedException {
            try {
                sent.get();
                return Optional.empty();
            } catch (ExecutionException failure) {
                if (!isItsOwnFault(failure.getCause())) {
                    throw failure;
                }
                return Optional.of(new Refusal(row, event, failure.getCause()));
            }
        }
    }

    private synchronized List<Refusal> send(List<OutboxRow> rows)
            throws ExecutionException, InterruptedException {
        try {
            List<Refusal> refused = careful ? oneByOne(rows) : together(rows);
            careful = false;
            return refused;
        } catch (ExecutionException | KafkaException | StackOverflowError failure) {
            // A producer splits a batch that the broker finds too large by its own measure: where
            // the broker's is smaller, it does so for ever. One event at a time shows which it is.
            careful = true;
            producer.close(Duration.ZERO);
            producer = producer();
            throw failure;
        }
    }

    private List<Refusal> together(List<OutboxRow> rows)
            throws ExecutionException, InterruptedException {
        List<Pending> pending = new ArrayList<>();
        for (OutboxRow row : rows) {
            for (OutboxEvent event : row.events()) {
                pending.add(send(row, event));
            }
        }
        List<Refusal> refused = new ArrayList<>();
        for (Pending one : pending) {
            one.refusal().ifPresent(refused::add);
        }
        return refused;
    }

    private List<Refusal> oneByOne(List<OutboxRow> rows)
            throws ExecutionException, InterruptedException {
        List<Refusal> refused = new ArrayList<>();
        for (OutboxRow row : rows) {
            for (OutboxEvent event : row.events()) {
                send(row, event).refusal().ifPresent(refused::add);
            }
        }
        return refused;
    }

    private Pending send(OutboxRow row, OutboxEvent event) {
        return new Pending(row, event, producer.send(kafkaRecord(row, event)));
    }

    private static boolean isItsOwnFault(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTopicException;
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
