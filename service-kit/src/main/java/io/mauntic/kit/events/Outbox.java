package io.mauntic.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes events beside the rows they tell of, in the same transaction; the {@link OutboxRelay}
 * publishes them after the commit.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            "insert into outbox (organization_id, lane, events, correlation_id, causation_id, traceparent) values ($1, $2, $3, $4, $5, $6)";

    private final Sql sql;
    private final UnitOfWork unitOfWork;
    private final Runnable wakeRealtime;
    private final Runnable wakeBulk;
    private final TraceContext traces;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(
            Sql sql,
            UnitOfWork unitOfWork,
            OutboxRelay relay,
            TraceContext traces,
            ObjectMapper json,
            Clock clock) {
        this.sql = sql;
        this.unitOfWork = unitOfWork;
        this.wakeRealtime = () -> relay.wake(Lane.REALTIME);
        this.wakeBulk = () -> relay.wake(Lane.BULK);
        this.traces = traces;
        this.json = json;
        this.clock = clock;
    }

    public Uni<Void> publish(OrganizationId organization, Lane lane, OutgoingEvent event) {
        return publish(organization, lane, List.of(event));
    }

    /**
     * Appends events to the outbox, inside a unit of work of the organization. They go out in this
     * order.
     *
     * @param events at most a batch (1,000); those of one cause share a row
     */
    public Uni<Void> publish(OrganizationId organization, Lane lane, List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<Optional<UUID>, List<OutgoingEvent>> byCause = new LinkedHashMap<>();
        for (OutgoingEvent event : events) {
            byCause.computeIfAbsent(
                            event.cause().map(ReceivedEvent::id), _ -> new java.util.ArrayList<>())
                    .add(event);
        }
        wake(lane);
        Uni<Void> written = Uni.createFrom().voidItem();
        for (List<OutgoingEvent> sameCause : byCause.values()) {
            written = written.chain(() -> insert(organization, lane, sameCause));
        }
        return written;
    }

    /**
     * Has what set-based statements put into a lane of the outbox go out right after the commit of
     * the open unit of work.
     */
    public void wake(Lane lane) {
        unitOfWork.afterCommit(lane == Lane.REALTIME ? wakeRealtime : wakeBulk);
    }

    private Uni<Void> insert(OrganizationId organization, Lane lane, List<OutgoingEvent> events) {
        Optional<ReceivedEvent> cause = events.getFirst().cause();
        JsonArray rows = new JsonArray();
        events.forEach(event -> rows.add(row(event)));
        return sql.update(
                        INSERT,
                        organization.value(),
                        lane.text(),
                        rows,
                        cause.map(ReceivedEvent::correlationId)
                                .orElseGet(() -> EventIds.next(clock)),
                        cause.map(ReceivedEvent::id).orElse(null),
                        cause.flatMap(ReceivedEvent::traceparent).or(traces::current).orElse(null))
                .replaceWithVoid();
    }

    private JsonObject row(OutgoingEvent event) {
        return new JsonObject()
                .put("id", EventIds.next(clock).toString())
                .put("type", event.type())
                .put("key", event.key())
                .put("time", clock.instant().toString())
                .put("data", data(event.data()));
    }

    private JsonObject data(Object data) {
        if (data instanceof JsonObject object) {
            return object;
        }
        try {
            return new JsonObject(json.writeValueAsString(data));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("An event's data must be a JSON object", unwritable);
        }
    }
}
