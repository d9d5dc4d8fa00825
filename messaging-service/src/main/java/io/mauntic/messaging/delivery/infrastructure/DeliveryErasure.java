package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Mails to erased contacts still count; to whom they went and what was said of it is gone. A
 * trigger keeps it so, whatever is written of the mail later.
 */
@ApplicationScoped
class DeliveryErasure implements ContactErasure {

    private static final String ERASE =
            """
            update delivery set erased_at = clock_timestamp()
            where organization_id = $1 and contact_id = any($2) and erased_at is null
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
