package io.mauntic.kit.database;

import io.mauntic.kit.rest.EditedMeanwhile;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets one edit of a thing happen after the other. */
@ApplicationScoped
public class Versions {

    private final Sql sql;

    Versions(Sql sql) {
        this.sql = sql;
    }

    /**
     * Locks a row until the open unit of work ends, before its aggregate is loaded; a row that is
     * not there is left to whoever loads it.
     *
     * @param table has {@code id} and {@code version}
     * @throws EditedMeanwhile (as the outcome) when the row has another version than the editor saw
     */
    public Uni<Void> lock(String table, long id, IfMatch seen) {
        return sql.first(
                        "select version from " + table + " where id = $1 for update",
                        row -> row.getLong("version"),
                        id)
                .invoke(version -> version.ifPresent(seen::refuse))
                .replaceWithVoid();
    }
}
