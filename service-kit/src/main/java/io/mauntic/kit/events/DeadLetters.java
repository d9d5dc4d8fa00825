package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.SetAside;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Events that this service could not handle: set aside for people to see and replay, and copied to
 * the context's dead-letter topic ({@code mauntic.crm.events.dlq}).
 */
@ApplicationScoped
class DeadLetters implements SetAsideHandler {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String KIND = "event";
    // Past the broker's limit the copy alone is left out: the row is what people see.
    private static final int LARGEST_COPY = 200_000;

    private static final String SEND = "select append_events($1, $2, $3, '{}', $4)";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final EventsConfig config;
    private final OutboxRelay relay;
    private final SetAside setAside;
    private final Inbox inbox;

    DeadLetters(
            UnitOfWork unitOfWork,
            Sql sql,
            EventsConfig config,
            OutboxRelay relay,
            SetAside setAside,
            Inbox inbox) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.config = config;
        this.relay = relay;
        this.setAside = setAside;
        this.inbox = inbox;
    }

    /**
     * Keeps an event that failed for good. It is marked as handled in the same transaction: what
     * was handled meanwhile is no dead letter, and what is one is not handled when it is delivered
     * again.
     */
    Uni<Void> bury(ReceivedEvent event, int attempts, Throwable cause) {
        LOG.errorf(cause, "%s %s is a dead letter", event.type(), event.id());
        JsonObject letter = letter(event);
        return unitOfWork.acrossOrganizations(
                () ->
                        inbox.claim(List.of(event))
                                .chain(
                                        unhandled ->
                                                unhandled.isEmpty()
                                                        ? Uni.createFrom().voidItem()
                                                        : keep(event, letter, attempts, cause)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends them again, to this service alone. */
    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> letters) {
        Map<String, List<JsonObject>> byLane =
                letters.stream().collect(Collectors.groupingBy(letter -> letter.getString("lane")));
        return Multi.createFrom()
                .iterable(byLane.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        lane ->
                                send(
                                        organization,
                                        Lane.of(lane.getKey()),
                                        replayTopic(),
                                        lane.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> keep(ReceivedEvent event, JsonObject letter, int attempts, Throwable cause) {
        return setAside.put(
                        event.organization(),
                        List.of(
                                new SetAside.Item(
                                        KIND,
                                        event.id().toString(),
                                        Failures.inWords(cause),
                                        attempts,
                                        letter)))
                .chain(
                        () ->
                                text(letter).length() > LARGEST_COPY
                                        ? Uni.createFrom().voidItem()
                                        : send(
                                                event.organization(),
                                                event.lane(),
                                                deadLetterTopic(),
                                                List.of(letter)));
    }

    private String deadLetterTopic() {
        return config.topicPrefix() + config.context() + ".events.dlq";
    }

    /** Where replayed events go: only the service that failed listens. */
    private String replayTopic() {
        return config.topicPrefix() + config.context() + ".events.replay";
    }

    private Uni<Void> send(
            OrganizationId organization, Lane lane, String topic, List<JsonObject> letters) {
        unitOfWork.afterCommit(() -> relay.wake(lane));
        String[] texts = letters.stream().map(DeadLetters::text).toArray(String[]::new);
        return sql.update(SEND, organization.value(), lane.text(), topic, texts).replaceWithVoid();
    }

    private static JsonObject letter(ReceivedEvent event) {
        return new JsonObject()
                .put("id", event.id().toString())
                .put("type", event.type())
                .put("key", Optional.ofNullable(event.key()).orElse(""))
                .put("time", event.time().toString())
                .put("lane", event.lane().text())
                .put(
                        "correlationId",
                        Optional.ofNullable(event.correlationId()).map(UUID::toString).orElse(null))
                .put("data", event.content().jsonOrText());
    }

    private static String text(JsonObject letter) {
        return EventText.of(
                letter.getString("id"),
                letter.getString("type"),
                letter.getString("key"),
                letter.getString("time"),
                Optional.ofNullable(letter.getString("correlationId"))
                        .map(UUID::fromString)
                        .map(id -> Cause.of(id, Optional.empty())),
                letter.getJsonObject("data").encode());
    }
}
