package io.mauntic.kit.notes;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Answers what it is asked, under another key as one event each, and under the asked key as one
 * statement for all.
 */
@ApplicationScoped
class NoteAnswer implements EventHandler {

    private static final String APPEND =
            """
            select append_events($1, 'bulk', null, $2, array_agg(
                outgoing_event('NoteAnswered', key, '{"text": "answer"}', $2::jsonb -> key) order by place))
            from unnest($3::text[]) with ordinality as asked (key, place)
            """;

    private final Sql sql;
    private final Outbox outbox;

    NoteAnswer(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public Set<String> types() {
        return Set.of("NoteAsked");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        List<OutgoingEvent> counted =
                events.stream()
                        .map(
                                event ->
                                        OutgoingEvent.of(
                                                        "NoteCounted",
                                                        "counted " + event.key(),
                                                        JsonObject.of())
                                                .causedBy(event))
                        .toList();
        String[] keys =
                events.stream()
                        .flatMap(event -> List.of(event.key(), "counted " + event.key()).stream())
                        .toArray(String[]::new);
        return outbox.publish(organization, Lane.BULK, counted)
                .chain(() -> sql.update(APPEND, organization.value(), outbox.causes(), keys))
                .replaceWithVoid();
    }
}
