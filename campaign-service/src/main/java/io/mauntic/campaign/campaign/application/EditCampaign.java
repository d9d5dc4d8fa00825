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
import java.util.function.Function;

/**
 * Changes a campaign. What a running one refers to is checked first, outside of any transaction.
 */
@ApplicationScoped
public class EditCampaign {

    private final UnitOfWork unitOfWork;
    private final Campaigns campaigns;
    private final References references;
    private final CampaignRuns runs;
    private final Clock clock;

    EditCampaign(
            UnitOfWork unitOfWork,
            Campaigns campaigns,
            References references,
            CampaignRuns runs,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.campaigns = campaigns;
        this.references = references;
        this.runs = runs;
        this.clock = clock;
    }

    private record Plan(long version, boolean published, CampaignContent content) {}

    /**
     * @param change makes of the campaign what it shall be; it changes nothing itself
     */
    public Uni<Void> handle(
            OrganizationId organization,
            CampaignId id,
            Function<Campaign, CampaignContent> change) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                campaigns
                                        .get(id)
                                        .map(
                                                found ->
                                                        new Plan(
                                                                found.version(),
                                                                found.isPublished(),
                                                                change.apply(found))))
                .call(
                        plan ->
                                plan.published()
                                        ? references.check(organization, plan.content().graph())
                                        : Uni.createFrom().voidItem())
                .chain(
                        plan ->
                                unitOfWork.in(
                                        organization,
                                        () ->
                                                campaigns
                                                        .get(id)
                                                        .chain(
                                                                found ->
                                                                        apply(
                                                                                organization,
                                                                                found,
                                                                                plan))));
    }

    private Uni<Void> apply(OrganizationId organization, Campaign campaign, Plan plan) {
        if (campaign.version() != plan.version()) {
            return Uni.createFrom().failure(new CampaignChangedMeanwhile());
        }
        Campaign.Edit edit = campaign.edit(plan.content(), clock.instant());
        return runs.edited(organization, campaign, edit);
    }
}
