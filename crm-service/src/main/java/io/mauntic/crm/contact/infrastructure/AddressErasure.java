package io.mauntic.crm.contact.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What names a contact by its address or number alone: rows that an import refused, and events of
 * forms that were set aside. It comes before the contact itself goes, which knows them.
 */
@ApplicationScoped
class AddressErasure implements ContactErasure {

    private static final String KNOWN =
            """
            with known as materialized (
                select distinct lower(word) as word from contact c, unnest(array[c.email, c.phone]) as word
                where c.organization_id = $1 and c.id = any($2) and word <> '')
            """;
    // One pass over the rejects and a hashed set of words, however many contacts go.
    private static final String REJECTS =
            KNOWN
                    + """
                    delete from import_reject where organization_id = $1 and (import_id, line) in (
                        select r.import_id, r.line from import_reject r cross join lateral jsonb_array_elements_text(r.cells) as cell
                        where r.organization_id = $1 and lower(btrim(cell)) in (select word from known))
                    """;
    private static final String SET_ASIDE =
            KNOWN
                    + """
                    delete from set_aside s using known
                    where s.organization_id = $1 and strpos(lower(s.payload::text), to_json(known.word)::text) > 0
                    """;

    private final Sql sql;

    AddressErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        Long[] ids = contacts.toArray(Long[]::new);
        return sql.update(REJECTS, organization.value(), ids)
                .chain(() -> sql.update(SET_ASIDE, organization.value(), ids))
                .replaceWithVoid();
    }
}
