package io.mauntic.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Writes events beside the rows they tell of, in the same transaction; the {@link OutboxRelay}
 * publishes them after the commit.
 */
@ApplicationScoped
public class Outbox {

    private static final int MOST_AT_ONCE = 1_000;
    private static final String APPEND = "select append_events($1, $2, null, $3, $4)";

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
     * Appends events to the outbox, inside a unit of work of the organization, at its end or before
     * the next statement that appends. They go out in this order.
     *
     * @param events at most a batch (1,000)
     * @return the unit of work fails with {@link io.mauntic.kit.database.EventTooLarge} when one of
     *     them is larger than the broker takes
     */
    public Uni<Void> publish(OrganizationId organization, Lane lane, List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Causes causes = current();
        wake(lane);
        Told told =
                unitOfWork.attached(
                        Told.class,
                        () -> {
                            unitOfWork.beforeAppending(this::write);
                            return new Told();
                        });
        if (told.isEmpty()) {
            unitOfWork.beforeCommit(this::write);
        }
        List<String> texts = told.of(organization, lane);
        events.forEach(event -> texts.add(text(event, causes)));
        return texts.size() < MOST_AT_ONCE ? Uni.createFrom().voidItem() : write();
    }

    /** What the steps of a unit of work told so far goes into one row a lane. */
    private Uni<Void> write() {
        Told told = unitOfWork.attached(Told.class, Told::new);
        JsonObject usual = current().usual();
        return Multi.createFrom()
                .iterable(told.taken())
                .onItem()
                .transformToUniAndConcatenate(
                        some ->
                                sql.update(
                                        APPEND,
                                        some.organization().value(),
                                        some.lane().text(),
                                        usual,
                                        some.texts().toArray(String[]::new)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * What the open unit of work follows from, for set-based statements to give to the functions
     * {@code append_events} and {@code outgoing_event}: an object of causes by the key of the event
     * that they lead to.
     */
    public JsonObject causes() {
        return current().all();
    }

    private Causes current() {
        return unitOfWork
                .attached(Causes.class, Causes::new)
                .otherwise(() -> Cause.of(EventIds.next(clock), traces.current()));
    }

    /**
     * Has what set-based statements put into a lane of the outbox go out right after the commit of
     * the open unit of work.
     */
    public void wake(Lane lane) {
        unitOfWork.afterCommit(lane == Lane.REALTIME ? wakeRealtime : wakeBulk);
    }

    private String text(OutgoingEvent event, Causes causes) {
        return EventText.of(
                EventIds.next(clock).toString(),
                event.type(),
                event.key(),
                clock.instant().toString(),
                causes.of(event),
                data(event.data()));
    }

    private String data(Object data) {
        if (data instanceof JsonObject object) {
            return object.encode();
        }
        try {
            String text = json.writeValueAsString(data);
            if (text.startsWith("{")) {
                return text;
            }
            throw new IllegalArgumentException("An event's data must be a JSON object");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("An event's data must be a JSON object", unwritable);
        }
    }
}
