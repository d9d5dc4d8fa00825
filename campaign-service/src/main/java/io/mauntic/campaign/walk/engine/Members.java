package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in which campaign. */
@ApplicationScoped
class Members {

    private static final String ENTER =
            """
            with entering as (
                insert into campaign_member as m (organization_id, campaign_id, contact_id, rotation, segment_ids, entered_at)
                select $1, $2, contact_id, 1, array[$3::bigint], $5 from unnest($4::bigint[]) as given(contact_id) order by contact_id
                on conflict (organization_id, campaign_id, contact_id) do update set
                    segment_ids = array_append(array_remove(m.segment_ids, $3), $3),
                    rotation = case when m.left_at is not null and $6 then m.rotation + 1 else m.rotation end,
                    entered_at = case when m.left_at is not null and $6 then excluded.entered_at else m.entered_at end,
                    left_at = case when $6 then null else m.left_at end
                returning new.contact_id, new.rotation,
                    old.contact_id is null or (old.left_at is not null and new.left_at is null) as entered)
            select contact_id, rotation from entering where entered
            """;
    private static final String LEAVE =
            """
            with leaving as (
                select campaign_id, contact_id from campaign_member
                where organization_id = $1 and contact_id = any($3) and $2 = any(segment_ids) and ($5::bigint is null or campaign_id = $5)
                order by campaign_id, contact_id for update)
            update campaign_member m set
                segment_ids = array_remove(m.segment_ids, $2),
                left_at = case when cardinality(array_remove(m.segment_ids, $2)) = 0 then coalesce(m.left_at, $4) else m.left_at end
            from leaving l
            where m.organization_id = $1 and m.campaign_id = l.campaign_id and m.contact_id = l.contact_id
            returning m.campaign_id, m.contact_id, old.left_at is null and new.left_at is not null as has_left
            """;
    private static final String OF_SOURCE =
            """
            select contact_id from campaign_member
            where organization_id = $1 and campaign_id = $2 and $3 = any(segment_ids) order by contact_id limit 1000
            """;
    private static final String PRESENT =
            """
            select contact_id, rotation from campaign_member
            where organization_id = $1 and campaign_id = $2 and contact_id = any($3) and left_at is null order by contact_id for share
            """;

    private final Sql sql;

    Members(Sql sql) {
        this.sql = sql;
    }

    /** Someone left a campaign. */
    record Leaver(long campaign, long contact) {}

    /** Has contacts enter; answers those who begin a walk now. */
    Uni<List<Walker>> enter(
            OrganizationId organization,
            RunningCampaign campaign,
            long segment,
            Collection<Long> contacts,
            Instant now) {
        return sql.list(
                ENTER,
                Members::walker,
                organization.value(),
                campaign.id(),
                segment,
                contacts.toArray(Long[]::new),
                now.atOffset(ZoneOffset.UTC),
                campaign.reentry());
    }

    /**
     * A segment lets go of contacts; answers those whom no other source holds in a campaign, and
     * who leave it therefore.
     *
     * @param campaign the only campaign that is meant; none for all
     */
    Uni<List<Leaver>> leave(
            OrganizationId organization,
            Optional<Long> campaign,
            long segment,
            Collection<Long> contacts,
            Instant now) {
        return sql.list(
                        LEAVE,
                        row ->
                                row.getBoolean("has_left")
                                        ? new Leaver(
                                                row.getLong("campaign_id"),
                                                row.getLong("contact_id"))
                                        : null,
                        organization.value(),
                        segment,
                        contacts.toArray(Long[]::new),
                        now.atOffset(ZoneOffset.UTC),
                        campaign.orElse(null))
                .map(leavers -> leavers.stream().filter(Objects::nonNull).toList());
    }

    /** Some contacts, at most 1,000, whom a segment holds in a campaign. */
    Uni<List<Long>> heldBy(OrganizationId organization, long campaign, long segment) {
        return sql.list(
                OF_SOURCE,
                row -> row.getLong("contact_id"),
                organization.value(),
                campaign,
                segment);
    }

    /** Who of these is in the campaign; they cannot leave before the unit of work ends. */
    Uni<Set<Walker>> present(
            OrganizationId organization, long campaign, Collection<Long> contacts) {
        return sql.list(
                        PRESENT,
                        Members::walker,
                        organization.value(),
                        campaign,
                        contacts.toArray(Long[]::new))
                .map(walkers -> walkers.stream().collect(Collectors.toSet()));
    }

    private static Walker walker(Row row) {
        return new Walker(row.getLong("contact_id"), row.getInteger("rotation"));
    }
}
