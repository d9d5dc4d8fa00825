package io.mauntic.content.form.infrastructure;

import io.mauntic.content.form.application.SubmissionContacts;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** The contacts of submissions by set-based SQL. */
@ApplicationScoped
class SqlSubmissionContacts implements SubmissionContacts {

    private static final String NOTE =
            """
            update submission set contact_id = noted.contact_id
            from unnest($2::bigint[], $3::bigint[]) as noted (submission_id, contact_id)
            where organization_id = $1 and id = noted.submission_id and submission.contact_id is distinct from noted.contact_id
            """;

    private final Sql sql;

    SqlSubmissionContacts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> note(OrganizationId organization, Map<Long, ContactId> bySubmission) {
        return sql.update(
                        NOTE,
                        organization.value(),
                        bySubmission.keySet().toArray(Long[]::new),
                        values(bySubmission.values()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reassign(OrganizationId organization, ContactId from, ContactId to) {
        return sql.update(
                        "update submission set contact_id = $3 where organization_id = $1 and contact_id = $2",
                        organization.value(),
                        from.value(),
                        to.value())
                .replaceWithVoid();
    }

    private static Long[] values(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toArray(Long[]::new);
    }
}
