package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The newest that is known of who is in which segment: what comes late by the slower lane changes
 * nothing. Noting it locks the membership, so that two lanes follow one another. The table stands
 * outside the policies, so that every statement names the organization.
 */
@ApplicationScoped
public class Memberships {

    /** No segment: the contact is gone from all of them, for good. */
    private static final long ALL_SEGMENTS = 0;

    private static final String NOTE =
            """
            with noted as (
                insert into membership as m (organization_id, segment_id, contact_id, revision, member)
                select $1, $2, contact_id, revision, $5 from unnest($3::bigint[], $4::bigint[]) as given (contact_id, revision)
                order by contact_id
                on conflict (organization_id, segment_id, contact_id) do update set
                    revision = excluded.revision, member = excluded.member, noted_at = now()
                    where m.revision < excluded.revision
                returning contact_id)
            """;
    // A page tells the revision of each member, which may be below the one of its event.
    private static final String NOTE_PAGE =
            """
            with noted as (
                insert into membership as m (organization_id, segment_id, contact_id, revision, member)
                select $1, $2, contact_id, revision, true from unnest($3::bigint[], $4::bigint[]) as given (contact_id, revision)
                order by contact_id
                on conflict (organization_id, segment_id, contact_id) do update set
                    member = m.member or m.revision < excluded.revision, revision = greatest(m.revision, excluded.revision)
                returning contact_id, member)
            """;
    private static final String NOT_GONE =
            """
             not exists (select from membership g
                where g.organization_id = $1 and g.segment_id = 0 and g.contact_id = noted.contact_id)
            """;
    private static final String FORGET =
            "delete from membership where organization_id = $1 and contact_id = any($2)";
    private static final String GONE =
            """
            insert into membership (organization_id, segment_id, contact_id, revision, member)
            select $1, %d, contact_id, 9223372036854775807, false from unnest($2::bigint[]) as given (contact_id)
            on conflict do nothing
            """
                    .formatted(ALL_SEGMENTS);

    private final Sql sql;

    Memberships(Sql sql) {
        this.sql = sql;
    }

    /**
     * Those of whom nothing newer is known.
     *
     * @param revisions by the contact, which is named once
     */
    public Uni<List<Long>> news(
            OrganizationId organization, long segment, boolean member, Map<Long, Long> revisions) {
        return sql.list(
                NOTE + "select contact_id from noted where" + NOT_GONE + " order by contact_id",
                row -> row.getLong("contact_id"),
                organization.value(),
                segment,
                revisions.keySet().toArray(Long[]::new),
                revisions.values().toArray(Long[]::new),
                member);
    }

    /** Those of a page of members who have not left meanwhile. */
    Uni<List<Long>> still(
            OrganizationId organization,
            long segment,
            Collection<Long> contacts,
            Collection<Long> revisions) {
        return sql.list(
                NOTE_PAGE
                        + "select contact_id from noted where member and"
                        + NOT_GONE
                        + " order by contact_id",
                row -> row.getLong("contact_id"),
                organization.value(),
                segment,
                contacts.toArray(Long[]::new),
                revisions.toArray(Long[]::new));
    }

    /** They come into no segment any more, whatever is told late. */
    Uni<Void> gone(OrganizationId organization, Collection<Long> contacts) {
        Long[] ids = contacts.toArray(Long[]::new);
        return sql.update(FORGET, organization.value(), ids)
                .chain(() -> sql.update(GONE, organization.value(), ids))
                .replaceWithVoid();
    }
}
