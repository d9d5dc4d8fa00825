package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.campaign.walk.engine.CampaignRuns;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes a campaign, as a draft. */
@ApplicationScoped
public class CreateCampaign {

    private final UnitOfWork unitOfWork;
    private final Campaigns campaigns;
    private final CampaignRuns runs;
    private final Clock clock;

    CreateCampaign(UnitOfWork unitOfWork, Campaigns campaigns, CampaignRuns runs, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.campaigns = campaigns;
        this.runs = runs;
        this.clock = clock;
    }

    public Uni<CampaignId> handle(OrganizationId organization, CampaignContent content) {
        return unitOfWork.in(
                organization,
                () ->
                        campaigns
                                .add(Campaign.draft(organization, content, clock.instant()))
                                .call(
                                        campaign ->
                                                runs.feed(
                                                        organization,
                                                        campaign.id(),
                                                        campaign.segments()))
                                .map(campaign -> new CampaignId(campaign.id())));
    }
}
