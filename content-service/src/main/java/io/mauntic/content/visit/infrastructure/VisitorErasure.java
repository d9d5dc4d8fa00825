package io.mauntic.content.visit.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The visitors of erased contacts are nobody's again. */
@ApplicationScoped
class VisitorErasure implements ContactErasure {

    private static final String ERASE =
            """
            delete from visitor where organization_id = $1 and contact_id = any($2)
            """;

    private final Sql sql;

    VisitorErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        return sql.update(ERASE, organization.value(), contacts.toArray(Long[]::new))
                .replaceWithVoid();
    }
}
