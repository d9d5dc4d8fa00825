package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The contacts that must not be written to; inside a unit of work of their organization. */
@ApplicationScoped
public class Suppressions {

    private final Sql sql;

    Suppressions(Sql sql) {
        this.sql = sql;
    }

    public Uni<Integer> add(OrganizationId organization, long contactId, String reason) {
        return sql.update(
                "insert into suppression (organization_id, contact_id, reason) values ($1, $2, $3) on conflict do nothing",
                organization.value(),
                contactId,
                reason);
    }

    public Uni<Integer> remove(long contactId) {
        return sql.update("delete from suppression where contact_id = $1", contactId);
    }

    /** Those of the contacts that are on the list. */
    public Uni<Set<Long>> among(Collection<Long> contactIds) {
        return sql.list(
                        "select contact_id from suppression where contact_id = any($1)",
                        row -> row.getLong("contact_id"),
                        (Object) contactIds.toArray(Long[]::new))
                .map(HashSet::new);
    }
}
