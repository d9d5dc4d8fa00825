package io.mauntic.kit.notes;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Writes down what it hears but small talk; cannot stand the word "poison". */
@ApplicationScoped
class NoteEcho implements EventHandler {

    private final Sql sql;

    NoteEcho(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> types() {
        return Set.of("NoteWritten", "NoteHeard");
    }

    @Override
    public Uni<List<ReceivedEvent>> wanted(
            OrganizationId organization, List<ReceivedEvent> events) {
        return Uni.createFrom().item(() -> events.stream().filter(NoteEcho::isTalk).toList());
    }

    private static boolean isTalk(ReceivedEvent event) {
        return !"small talk".equals(event.data().getString("text"));
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        String[] texts =
                events.stream()
                        .map(event -> "echo: " + event.data().getString("text"))
                        .toArray(String[]::new);
        if (List.of(texts).contains("echo: poison")) {
            return Uni.createFrom().failure(new IllegalArgumentException("poison"));
        }
        return sql.update(
                        "insert into note (organization_id, text) select $1, unnest($2::text[])",
                        organization.value(),
                        texts)
                .replaceWithVoid();
    }
}
