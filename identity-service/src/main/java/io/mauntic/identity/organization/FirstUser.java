package io.mauntic.identity.organization;

import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The one that came with the organization. */
@ApplicationScoped
class FirstUser {

    private final Sql sql;

    FirstUser(Sql sql) {
        this.sql = sql;
    }

    Uni<Long> id() {
        return sql.number("select min(id) from user_account");
    }
}
