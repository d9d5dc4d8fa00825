package io.mauntic.kit.events;

import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the outbox of a lane: claims its oldest rows, sends them, and deletes them once the
 * broker has acknowledged, all in one transaction. Killed in between, it sends them again, and
 * inboxes drop the second copy. An advisory lock held by the transaction keeps it to one relay a
 * lane, which keeps the order of a key.
 *
 * <p>It alone holds a transaction open over Kafka: the claim must last until the acknowledgement.
 */
class OutboxRelayLoop extends DueLoop {

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.outbox.' || $1, 0))";
    private static final String CLAIM =
            """
            select id, batch::text, organization_id, lane, topic, bytes, events::text as events, correlation_id::text, causation_id::text, traceparent,
                to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
            from outbox where id in (
                select id from (
                    select id, sum(bytes) over oldest - bytes as bytes_before, sum(event_count) over oldest - event_count as events_before
                    from (select id, bytes, event_count from outbox where lane = $1 order by id limit $2) as waiting
                    window oldest as (order by id)) as counted
                where bytes_before < $3 and events_before < $4)
            order by id
            """;
    private static final String DELETE = "delete from outbox where id = any($1)";

    // Another replica that is relaying may have looked just before our commit.
    private static final Duration CONTENDED = Duration.ofMillis(20);

    // A batch ends with the first row that reaches one of them.
    private static final int ROWS = 1_000;
    private static final long BYTES = 4_000_000;
    private static final long EVENTS = 5_000;

    private final Lane lane;
    private final Pool pool;
    private final EventPublisher publisher;
    private final EventsConfig config;
    private final Refusals refusals;
    private final Clock clock;
    private volatile boolean contended;

    OutboxRelayLoop(
            Lane lane,
            Pool pool,
            EventPublisher publisher,
            EventsConfig config,
            Refusals refusals,
            Clock clock) {
        this.lane = lane;
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return pool.withTransaction(this::relay);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        Duration rest = contended ? CONTENDED : config.outboxIdle();
        return Uni.createFrom().item(Optional.of(clock.instant().plus(rest)));
    }

    private Uni<Integer> relay(SqlConnection connection) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(lane.text()))
                .map(locked -> locked.iterator().next().getBoolean(0))
                .invoke(mine -> contended = !mine)
                .chain(mine -> mine ? publish(connection) : Uni.createFrom().item(0));
    }

    private Uni<Integer> publish(SqlConnection connection) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(lane.text(), ROWS, BYTES, EVENTS))
                .map(
                        claimed -> {
                            List<OutboxRow> batch = new ArrayList<>();
                            claimed.forEach(row -> batch.add(OutboxRow.of(row.getDelegate())));
                            return batch;
                        })
                .chain(
                        batch ->
                                batch.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : publish(connection, batch));
    }

    private Uni<Integer> publish(SqlConnection connection, List<OutboxRow> batch) {
        Long[] ids = batch.stream().map(OutboxRow::id).toArray(Long[]::new);
        return publisher
                .publish(batch)
                .chain(refused -> refusals.setAside(connection, refused))
                .chain(() -> connection.preparedQuery(DELETE).execute(Tuple.of(ids)))
                .replaceWith(isFull(batch) ? batch.size() : 0);
    }

    // What is committed after the claim wakes this loop: only a full batch leaves rows.
    private static boolean isFull(List<OutboxRow> batch) {
        return batch.size() == ROWS
                || batch.stream().mapToLong(OutboxRow::bytes).sum() >= BYTES
                || batch.stream().mapToLong(row -> row.events().size()).sum() >= EVENTS;
    }
}
