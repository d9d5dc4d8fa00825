package io.mauntic.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;

/**
 * How fast the machine is, told beside what was measured on it in the same run: the database and
 * the broker with nothing of ours between, and one core alone. Speed is judged by the ratio to it.
 *
 * @param copiedRows contacts a second, by {@code COPY} into a table with two indexes
 * @param statements {@code select 1} a second, prepared, one after the other
 * @param records of 500 bytes a second, from one plain producer, acknowledged by all
 * @param loops millions of steps of a fixed loop a second
 */
record MachineMeasure(double copiedRows, double statements, double records, double loops) {
    private static final int ROWS = 200_000;
    private static final int STATEMENTS = 10_000;
    private static final int RECORDS = 200_000;
    private static final int RECORD_BYTES = 500;
    private static final long STEPS = 500_000_000L;
    private static final String TOPIC = "machine-measure";

    /** Takes some ten seconds; nothing else should be at work. */
    static MachineMeasure of(BenchPlatform platform) throws IOException {
        try (Connection connection = platform.database()) {
            // The first round of each warms up and is not counted.
            copied(connection, ROWS / 4);
            statements(connection, STATEMENTS / 4);
            records(platform.kafka(), RECORDS / 4);
            loops(STEPS / 4);
            return new MachineMeasure(
                    copied(connection, ROWS),
                    statements(connection, STATEMENTS),
                    records(platform.kafka(), RECORDS),
                    loops(STEPS));
        } catch (SQLException | ExecutionException failure) {
            throw new IOException("The machine could not be measured", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    List<Measurement> told() {
        return List.of(
                Measurement.told("machine: bare COPY of contacts", copiedRows, "rows/s"),
                Measurement.told("machine: bare statement", statements, "statements/s"),
                Measurement.told("machine: bare record", records, "records/s"),
                Measurement.told("machine: fixed loop", loops, "million steps/s"));
    }

    private static double copied(Connection connection, int rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table public.machine_measure (
                        id bigint generated always as identity primary key,
                        firstname text, lastname text, email text unique, company text, city text, points int)
                    """);
            try {
                long begin = System.nanoTime();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy public.machine_measure (firstname, lastname, email, company, city, points) from stdin (format csv, header)",
                                new ContactCsv("machine", rows));
                return aSecond(rows, begin);
            } finally {
                statement.execute("drop table public.machine_measure");
            }
        }
    }

    private static double statements(Connection connection, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1")) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                }
            }
            return aSecond(count, begin);
        }
    }

    private static double records(String kafka, int count)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(
                                Map.of("bootstrap.servers", kafka, "acks", "all"),
                                new StringSerializer(),
                                new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 4, (short) 1))).all().get();
            try {
                byte[] data = new byte[RECORD_BYTES];
                Future<RecordMetadata> last = null;
                long begin = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    last = producer.send(new ProducerRecord<>(TOPIC, Integer.toString(i), data));
                }
                producer.flush();
                last.get();
                return aSecond(count, begin);
            } finally {
                admin.deleteTopics(List.of(TOPIC)).all().get();
            }
        }
    }

    private static double loops(long steps) {
        long begin = System.nanoTime();
        long state = 88_172_645_463_325_252L;
        for (long i = 0; i < steps; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        // Nobody wants the number, but who computes nothing measures nothing.
        if (state == 0) {
            throw new IllegalStateException("Xorshift never reaches zero");
        }
        return aSecond(steps, begin) / 1_000_000;
    }

    private static double aSecond(long count, long begin) {
        return count * 1_000_000_000.0 / (System.nanoTime() - begin);
    }
}
