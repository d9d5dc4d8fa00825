package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What webhooks were told, or are yet to be told, of erased contacts goes; that they are erased is
 * told.
 */
@ApplicationScoped
class DeliveryErasure implements ContactErasure {

    private static final String ERASE =
            """
            delete from delivery where organization_id = $1 and contact_id = any($2) and event <> 'ContactDeleted'
            """;

    private final Sql sql;

    DeliveryErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        return sql.update(ERASE, organization.value(), contacts.toArray(Long[]::new))
                .replaceWithVoid();
    }
}
