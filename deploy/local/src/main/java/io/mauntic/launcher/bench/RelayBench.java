package io.mauntic.launcher.bench;

import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * From rows of a service's outbox to Kafka: the events of a set-based statement, a thousand a row,
 * and those that people cause, one a row.
 */
final class RelayBench implements Bench {
    private static final int EVENTS_A_SECOND = 20_000;
    private static final int PACKED = 400_000;
    private static final int SINGLE = 100_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long BETWEEN_NANOS = 10_000_000;

    /** Nobody has a use for this type, so that nobody is at work but the relay. */
    private static final String EVENT =
            """
            outgoing_event('RelayBenched', n::text, jsonb_build_object('contactId', n, 'segmentId', 42, 'segmentName', 'Newsletter of the spring',
                'manually', false, 'url', 'https://www.example.org/landing/page?campaign=' || n, 'reason', repeat('because ', 12))::text)
            """;

    private static final String CAUSE =
            "'{\"\": [\"0190b0a0-0000-7000-8000-000000000001\", null, null]}'";

    private final Consumer<String> progress;

    RelayBench(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) throws IOException {
        List<Measurement> lines = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
            MachineMeasure machine = MachineMeasure.of(platform);
            Relayed packed =
                    new Relayed(
                            "mauntic.identity.events.bulk",
                            "select append_events(1, 'bulk', null, %s, array_agg(%s order by n)) from generate_series(1, %%d) as n"
                                    .formatted(CAUSE, EVENT));
            Relayed single =
                    new Relayed(
                            "mauntic.identity.events",
                            "select count(append_events(1, 'realtime', null, %s, array[%s])) from generate_series(1, %%d) as n"
                                    .formatted(CAUSE, EVENT));
            lines.addAll(
                    measure(platform, admin, machine, packed, PACKED, "events a thousand a row"));
            lines.addAll(measure(platform, admin, machine, single, SINGLE, "events one a row"));
            lines.addAll(machine.told());
        } catch (SQLException | ExecutionException failure) {
            throw new IOException("The relay could not be measured", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return lines;
    }

    /**
     * A way in and out.
     *
     * @param sql appends as many events as it is told
     */
    private record Relayed(String topic, String sql) {}

    private List<Measurement> measure(
            BenchPlatform platform,
            Admin admin,
            MachineMeasure machine,
            Relayed relayed,
            int count,
            String what)
            throws SQLException, ExecutionException, InterruptedException {
        progress.accept("Warming up: %,d %s".formatted(count / 4, what));
        aSecond(platform, admin, relayed, count / 4);
        progress.accept("Measuring: %,d %s".formatted(count, what));
        double aSecond = aSecond(platform, admin, relayed, count);
        return List.of(
                Measurement.atLeast("relay of " + what, aSecond, "events/s", EVENTS_A_SECOND),
                Measurement.told(
                        "relay of " + what + ", of bare records",
                        aSecond / machine.records(),
                        "×"));
    }

    /** From the first event that reaches the topic to the last. */
    private static double aSecond(BenchPlatform platform, Admin admin, Relayed relayed, int count)
            throws SQLException, ExecutionException, InterruptedException {
        long before = records(admin, relayed.topic());
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = identity, public");
            statement.execute(relayed.sql().formatted(count));
        }
        long deadline = System.nanoTime() + LIMIT.toNanos();
        long first = 0;
        long there = before;
        long atFirst = before;
        while (there < before + count) {
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(
                        "Of %,d events %,d reached %s"
                                .formatted(count, there - before, relayed.topic()));
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
            there = records(admin, relayed.topic());
            if (first == 0 && there > before) {
                first = System.nanoTime();
                atFirst = there;
            }
        }
        return (there - atFirst) * 1_000_000_000.0 / (System.nanoTime() - first);
    }

    private static long records(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                admin
                        .describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic)
                        .partitions()
                        .stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .collect(
                                Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }
}
