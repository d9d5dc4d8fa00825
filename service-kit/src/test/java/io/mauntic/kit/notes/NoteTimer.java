package io.mauntic.kit.notes;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.timers.DueTimer;
import io.mauntic.kit.timers.TimerHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes a note for each timer; cannot stand the word "poison". */
@ApplicationScoped
class NoteTimer implements TimerHandler {

    private final Sql sql;

    NoteTimer(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public Uni<Void> due(OrganizationId organization, List<DueTimer> due) {
        String[] texts =
                due.stream().map(timer -> "timer: " + timer.subject()).toArray(String[]::new);
        if (List.of(texts).contains("timer: poison")) {
            throw new IllegalArgumentException("poison");
        }
        return sql.update(
                        "insert into note (organization_id, text) select $1, unnest($2::text[])",
                        organization.value(),
                        texts)
                .replaceWithVoid();
    }
}
