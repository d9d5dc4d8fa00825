package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignUnpublished;
import io.mauntic.campaign.walk.engine.CampaignRuns;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.kit.timers.Timers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Stops a campaign: unpublishing keeps what waits, deleting takes the campaign out of sight until
 * it is purged.
 */
@ApplicationScoped
public class StopCampaign {

    private final UnitOfWork unitOfWork;
    private final Campaigns campaigns;
    private final CampaignRuns runs;
    private final Outbox outbox;
    private final Timers timers;
    private final Clock clock;

    StopCampaign(
            UnitOfWork unitOfWork,
            Campaigns campaigns,
            CampaignRuns runs,
            Outbox outbox,
            Timers timers,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.campaigns = campaigns;
        this.runs = runs;
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
    }

    public Uni<Void> unpublish(OrganizationId organization, CampaignId id) {
        return unitOfWork.in(
                organization,
                () ->
                        campaigns
                                .get(id)
                                .chain(
                                        campaign ->
                                                ended(
                                                        organization,
                                                        campaign,
                                                        campaign.unpublish(clock.instant()))));
    }

    public Uni<Void> delete(OrganizationId organization, CampaignId id) {
        return unitOfWork.in(
                organization,
                () ->
                        campaigns
                                .get(id)
                                .chain(
                                        campaign ->
                                                ended(
                                                        organization,
                                                        campaign,
                                                        campaign.delete(clock.instant())))
                                .chain(
                                        () ->
                                                timers.at(
                                                        organization,
                                                        PurgeCampaigns.KIND,
                                                        id.toString(),
                                                        clock.instant().plus(PurgeCampaigns.KEPT),
                                                        new JsonObject())));
    }

    /** Takes a deletion back; the campaign does not run until it is published again. */
    public Uni<Void> restore(OrganizationId organization, CampaignId id) {
        return unitOfWork.in(
                organization,
                () ->
                        campaigns
                                .getDeleted(id)
                                .invoke(campaign -> campaign.restore(clock.instant()))
                                .chain(
                                        () ->
                                                timers.cancel(
                                                        organization,
                                                        PurgeCampaigns.KIND,
                                                        id.toString())));
    }

    private Uni<Void> ended(
            OrganizationId organization, Campaign campaign, Optional<CampaignUnpublished> ended) {
        return ended.map(
                        unpublished ->
                                runs.stopped(organization, campaign.id())
                                        .chain(
                                                () ->
                                                        outbox.publish(
                                                                organization,
                                                                Lane.REALTIME,
                                                                OutgoingEvent.of(
                                                                        "CampaignUnpublished",
                                                                        campaign.id(),
                                                                        unpublished))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
