package io.mauntic.kit.events;

import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Remembers which events were handled, in the transaction that handles them: a second delivery
 * finds them and changes nothing.
 */
@ApplicationScoped
class Inbox {

    private static final String CLAIM =
            "insert into inbox (event_id) select distinct unnest($1::uuid[]) on conflict do nothing returning event_id";

    private final Sql sql;

    Inbox(Sql sql) {
        this.sql = sql;
    }

    /**
     * Those of the events that were not handled before, in their order; a copy within the batch is
     * dropped too.
     */
    Uni<List<ReceivedEvent>> claim(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(events);
        }
        UUID[] ids = events.stream().map(ReceivedEvent::id).toArray(UUID[]::new);
        return sql.list(CLAIM, row -> row.getUUID("event_id"), (Object) ids)
                .map(claimed -> claimed.stream().collect(Collectors.toSet()))
                .map(claimed -> events.stream().filter(event -> takeOnce(claimed, event)).toList());
    }

    private static boolean takeOnce(Set<UUID> claimed, ReceivedEvent event) {
        return claimed.remove(event.id());
    }
}
