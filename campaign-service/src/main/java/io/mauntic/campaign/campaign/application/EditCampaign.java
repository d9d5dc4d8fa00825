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
import java.util.function.BiFunction;
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
        return handle(
                organization,
                id,
                change,
                (campaign, content) -> campaign.edit(content, clock.instant()));
    }

    /** Takes the last edit of the steps back. */
    public Uni<Void> undo(OrganizationId organization, CampaignId id) {
        return handle(
                organization,
                id,
                Campaign::before,
                (campaign, _) -> campaign.undo(clock.instant()));
    }

    /** Does again what was taken back. */
    public Uni<Void> redo(OrganizationId organization, CampaignId id) {
        return handle(
                organization, id, Campaign::after, (campaign, _) -> campaign.redo(clock.instant()));
    }

    private Uni<Void> handle(
            OrganizationId organization,
            CampaignId id,
            Function<Campaign, CampaignContent> change,
            BiFunction<Campaign, CampaignContent, Campaign.Edit> edit) {
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
                                                                                plan,
                                                                                edit))));
    }

    private Uni<Void> apply(
            OrganizationId organization,
            Campaign campaign,
            Plan plan,
            BiFunction<Campaign, CampaignContent, Campaign.Edit> edit) {
        if (campaign.version() != plan.version()) {
            return Uni.createFrom().failure(new CampaignChangedMeanwhile());
        }
        return runs.edited(organization, campaign, edit.apply(campaign, plan.content()));
    }
}
