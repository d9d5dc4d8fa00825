package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What the life of a campaign means for those who walk through it; inside a unit of work. */
@ApplicationScoped
public class CampaignRuns {

    private static final String UNFEED =
            "delete from campaign_source where organization_id = $1 and campaign_id = $2 and segment_id <> all($3)";
    private static final String FEED =
            """
            insert into campaign_source (organization_id, campaign_id, segment_id) select $1, $2, unnest($3::bigint[]) on conflict do nothing
            """;
    private static final List<String> TABLES =
            List.of(
                    "campaign_source",
                    "campaign_member",
                    "pending_step",
                    "campaign_log",
                    "source_sync");
    private static final String FED =
            "select campaign_id from campaign_source where organization_id = $1 and segment_id = $2 order by campaign_id";
    private static final String PURGE =
            "delete from %s where organization_id = $1 and campaign_id = $2";
    private static final String PURGE_CAMPAIGN =
            "delete from campaign where organization_id = $1 and id = $2 and status = 'deleted'";

    private final Sql sql;
    private final PendingSteps pending;
    private final SourceSyncs syncs;
    private final StepLoops loops;

    CampaignRuns(Sql sql, PendingSteps pending, SourceSyncs syncs, StepLoops loops) {
        this.sql = sql;
        this.pending = pending;
        this.syncs = syncs;
        this.loops = loops;
    }

    /** Says which segments feed a campaign. */
    public Uni<Void> feed(
            OrganizationId organization, long campaign, Collection<SegmentId> segments) {
        Long[] ids = segments.stream().map(SegmentId::value).toArray(Long[]::new);
        return sql.update(UNFEED, organization.value(), campaign, ids)
                .chain(() -> sql.update(FEED, organization.value(), campaign, ids))
                .replaceWithVoid();
    }

    /** The members of its segments enter in the background, and what was put aside goes on. */
    public Uni<Void> started(OrganizationId organization, Campaign campaign) {
        loops.wakeAfterCommit();
        return syncs.enter(organization, campaign.id(), campaign.segments())
                .chain(() -> pending.release(organization, campaign.id()))
                .replaceWithVoid();
    }

    public Uni<Void> stopped(OrganizationId organization, long campaign) {
        return syncs.stopEntering(organization, campaign);
    }

    /**
     * Contacts keep their place by the keys of steps; whom only a removed source held leaves in the
     * background.
     */
    public Uni<Void> edited(OrganizationId organization, Campaign campaign, Campaign.Edit edit) {
        List<String> keys = campaign.content().graph().steps().stream().map(Step::key).toList();
        return feed(organization, campaign.id(), campaign.segments())
                .chain(() -> pending.keepOnly(organization, campaign.id(), keys))
                .chain(() -> syncs.leave(organization, campaign.id(), edit.removed()))
                .chain(
                        () ->
                                campaign.isPublished()
                                        ? syncs.enter(organization, campaign.id(), edit.added())
                                        : Uni.createFrom().voidItem());
    }

    /**
     * Whom only this segment held leaves in the background; the campaign keeps naming it until
     * somebody edits it.
     */
    public Uni<Void> segmentGone(OrganizationId organization, SegmentId segment) {
        return sql.list(
                        FED,
                        row -> row.getLong("campaign_id"),
                        organization.value(),
                        segment.value())
                .chain(
                        campaigns ->
                                Multi.createFrom()
                                        .iterable(campaigns)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                campaign ->
                                                        syncs.leave(
                                                                organization,
                                                                campaign,
                                                                List.of(segment)))
                                        .collect()
                                        .last());
    }

    /** Forgets a deleted campaign and all that contacts did in it. */
    public Uni<Void> purge(OrganizationId organization, long campaign) {
        Uni<Integer> purged = sql.update(PURGE_CAMPAIGN, organization.value(), campaign);
        for (String table : TABLES) {
            purged =
                    purged.chain(
                            rows ->
                                    rows == 0
                                            ? Uni.createFrom().item(0)
                                            : sql.update(
                                                            PURGE.formatted(table),
                                                            organization.value(),
                                                            campaign)
                                                    .replaceWith(1));
        }
        return purged.replaceWithVoid();
    }
}
