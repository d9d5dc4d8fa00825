package io.mauntic.kit.erasure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Work that was set aside holds the events whole, those that came and those that could not go. */
@ApplicationScoped
class SetAsideErasure implements ContactErasure {

    private static final String ERASE =
            """
            delete from set_aside where organization_id = $1
                and coalesce(payload #>> '{data,contactId}', payload #>> '{event,data,contactId}', payload ->> 'contactId') = any($2::text[])
            """;

    private final Sql sql;

    SetAsideErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        return sql.update(
                        ERASE,
                        organization.value(),
                        contacts.stream().map(String::valueOf).toArray(String[]::new))
                .replaceWithVoid();
    }
}
