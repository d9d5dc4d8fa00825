package io.mauntic.kit.events;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Events that this service could not handle: kept in a table for people to see and replay, and
 * copied to the context's dead-letter topic ({@code mauntic.crm.events.dlq}).
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_CAUSE = 2_000;

    private static final String BURY =
            """
            insert into dead_letter (organization_id, event_id, topic, lane, type, key, time, correlation_id, data, cause)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (event_id) do update set cause = excluded.cause, died_at = now(), replayed_at = null
            """;
    private static final String COPY = "select append_events($1, $2, $3, $4, array[$5])";
    private static final String LIST =
            "select * from dead_letter where organization_id = $1 and replayed_at is null order by id desc limit $2";
    private static final String TAKE =
            "update dead_letter set replayed_at = now() where organization_id = $1 and id = $2 and replayed_at is null returning *";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final EventsConfig config;
    private final OutboxRelay relay;

    DeadLetters(UnitOfWork unitOfWork, Sql sql, EventsConfig config, OutboxRelay relay) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.config = config;
        this.relay = relay;
    }

    /** Keeps an event that failed for good. */
    Uni<Void> bury(ReceivedEvent event, Throwable cause) {
        LOG.errorf(cause, "%s %s is a dead letter", event.type(), event.id());
        String topic = config.topicPrefix() + config.context() + ".events.dlq";
        String told = String.valueOf(cause);
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.update(
                                        BURY,
                                        event.organization().value(),
                                        event.id(),
                                        topic,
                                        event.lane().text(),
                                        event.type(),
                                        event.key(),
                                        event.time().atOffset(ZoneOffset.UTC),
                                        event.correlationId(),
                                        event.content().jsonOrText(),
                                        told.substring(0, Math.min(told.length(), LONGEST_CAUSE)))
                                .chain(
                                        () ->
                                                send(
                                                        event.organization(),
                                                        event.lane(),
                                                        topic,
                                                        event.correlationId(),
                                                        text(event)))
                                .replaceWithVoid());
    }

    /** The newest dead letters of an organization that were not replayed. */
    public Uni<List<DeadLetter>> newest(OrganizationId organization, int limit) {
        return unitOfWork.acrossOrganizations(
                () -> sql.list(LIST, DeadLetter::of, organization.value(), limit));
    }

    /**
     * Sends an event again, to this service alone.
     *
     * @return fails with {@link NotFound} when there is no such dead letter, or it was replayed
     *     already
     */
    public Uni<Void> replay(OrganizationId organization, long id) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.first(TAKE, row -> row, organization.value(), id)
                                .map(
                                        found ->
                                                found.orElseThrow(
                                                        () -> new NotFound("dead-letter", id)))
                                .chain(
                                        row ->
                                                send(
                                                        organization,
                                                        Lane.of(row.getString("lane")),
                                                        replayTopic(),
                                                        row.getUUID("correlation_id"),
                                                        text(row)))
                                .replaceWithVoid());
    }

    /** Where replayed events go: only the service that failed listens. */
    private String replayTopic() {
        return config.topicPrefix() + config.context() + ".events.replay";
    }

    private Uni<Integer> send(
            OrganizationId organization,
            Lane lane,
            String topic,
            UUID correlationId,
            String event) {
        unitOfWork.afterCommit(() -> relay.wake(lane));
        return sql.update(
                COPY,
                organization.value(),
                lane.text(),
                topic,
                new JsonObject().put("", Cause.of(correlationId, Optional.empty()).json()),
                event);
    }

    private static String text(ReceivedEvent event) {
        return text(
                event.id(),
                event.type(),
                event.key(),
                event.time().toString(),
                event.content().jsonOrText());
    }

    private static String text(Row row) {
        return text(
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("key"),
                row.getOffsetDateTime("time").toInstant().toString(),
                row.getJsonObject("data"));
    }

    private static String text(UUID id, String type, String key, String time, JsonObject data) {
        return EventText.of(
                id.toString(),
                type,
                Optional.ofNullable(key).orElse(""),
                time,
                Optional.empty(),
                data.encode());
    }
}
