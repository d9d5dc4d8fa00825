package io.mauntic.kit.notes;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down what was set aside; still cannot stand the word "poison". */
@ApplicationScoped
class NoteRestore implements SetAsideHandler {

    private final Sql sql;

    NoteRestore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads) {
        String[] texts =
                payloads.stream()
                        .map(payload -> "restored: " + payload.getString("text"))
                        .toArray(String[]::new);
        if (List.of(texts).contains("restored: poison")) {
            throw new IllegalArgumentException("poison");
        }
        return sql.update(
                        "insert into note (organization_id, text) select $1, unnest($2::text[])",
                        organization.value(),
                        texts)
                .replaceWithVoid();
    }
}
