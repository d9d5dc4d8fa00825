package io.mauntic.content.form.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What erased contacts submitted still counts; what they wrote is gone. */
@ApplicationScoped
class SubmissionErasure implements ContactErasure {

    private static final String ERASE =
            """
            update submission set contact_id = null, answers = '[]', visitor_id = null, page_url = null
            where organization_id = $1 and contact_id = any($2)
            """;

    private final Sql sql;

    SubmissionErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        return sql.update(ERASE, organization.value(), contacts.toArray(Long[]::new))
                .replaceWithVoid();
    }
}
