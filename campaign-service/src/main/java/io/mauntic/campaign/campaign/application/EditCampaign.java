package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.campaign.walk.engine.CampaignRuns;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.rest.EditedMeanwhile;
import io.mauntic.kit.rest.IfMatch;
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
    private final Versions versions;
    private final Campaigns campaigns;
    private final References references;
    private final CampaignRuns runs;
    private final Clock clock;

    EditCampaign(
            UnitOfWork unitOfWork,
            Versions versions,
            Campaigns campaigns,
            References references,
            CampaignRuns runs,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
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
        return handle(organization, id, IfMatch.ANY, change);
    }

    /**
     * @param seen what the editor has seen
     * @param change makes of the campaign what it shall be; it changes nothing itself
     */
    public Uni<Void> handle(
            OrganizationId organization,
            CampaignId id,
            IfMatch seen,
            Function<Campaign, CampaignContent> change) {
        return handle(
                organization,
                id,
                seen,
                change,
                (campaign, content) -> campaign.edit(content, clock.instant()));
    }

    /** Takes the last edit of the steps back. */
    public Uni<Void> undo(OrganizationId organization, CampaignId id) {
        return handle(
                organization,
                id,
                IfMatch.ANY,
                Campaign::before,
                (campaign, _) -> campaign.undo(clock.instant()));
    }

    /** Does again what was taken back. */
    public Uni<Void> redo(OrganizationId organization, CampaignId id) {
        return handle(
                organization,
                id,
                IfMatch.ANY,
                Campaign::after,
                (campaign, _) -> campaign.redo(clock.instant()));
    }

    private Uni<Void> handle(
            OrganizationId organization,
            CampaignId id,
            IfMatch seen,
            Function<Campaign, CampaignContent> change,
            BiFunction<Campaign, CampaignContent, Campaign.Edit> edit) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                campaigns
                                        .get(id)
                                        .invoke(found -> seen.refuse(found.version()))
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
                                                versions.lock("campaign", id.value(), seen)
                                                        .chain(() -> campaigns.get(id))
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
            throw EditedMeanwhile.overtaken(plan.version(), campaign.version());
        }
        return runs.edited(organization, campaign, edit.apply(campaign, plan.content()));
    }
}
