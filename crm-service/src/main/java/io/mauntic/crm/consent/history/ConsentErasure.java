package io.mauntic.crm.consent.history;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What erased contacts agreed to goes with them, what is recorded at this moment too. */
@ApplicationScoped
class ConsentErasure implements ContactErasure {

    // Waits for whoever records a consent, whose row the second statement then sees.
    private static final String LOCK =
            "select id from contact where id = any($1) order by id for update";
    private static final String ERASE = "delete from consent where contact_id = any($1)";

    private final Sql sql;

    ConsentErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        Object ids = contacts.toArray(Long[]::new);
        return sql.update(LOCK, ids).chain(() -> sql.update(ERASE, ids)).replaceWithVoid();
    }
}
