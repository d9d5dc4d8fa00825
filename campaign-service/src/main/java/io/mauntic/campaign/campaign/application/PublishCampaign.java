package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.walk.engine.CampaignRuns;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.kit.rest.EditedMeanwhile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Lets a campaign run: its members enter in the background, and what waited goes on. */
@ApplicationScoped
public class PublishCampaign {

    private final UnitOfWork unitOfWork;
    private final Campaigns campaigns;
    private final References references;
    private final CampaignRuns runs;
    private final Outbox outbox;
    private final Clock clock;

    PublishCampaign(
            UnitOfWork unitOfWork,
            Campaigns campaigns,
            References references,
            CampaignRuns runs,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.campaigns = campaigns;
        this.references = references;
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Checked(long version, CampaignGraph graph) {}

    /**
     * @return fails with {@link InvalidValues} when something is missing or does not exist
     */
    public Uni<Void> handle(OrganizationId organization, CampaignId id) {
        return unitOfWork
                .in(organization, () -> campaigns.get(id).map(PublishCampaign::complete))
                .call(checked -> references.check(organization, checked.graph()))
                .chain(
                        checked ->
                                unitOfWork.in(
                                        organization,
                                        () ->
                                                campaigns
                                                        .get(id)
                                                        .chain(
                                                                found ->
                                                                        publish(
                                                                                organization,
                                                                                found,
                                                                                checked))));
    }

    private static Checked complete(Campaign campaign) {
        CampaignGraph graph = campaign.content().graph();
        if (!graph.missing().isEmpty()) {
            throw new InvalidValues(graph.missing());
        }
        return new Checked(campaign.version(), graph);
    }

    private Uni<Void> publish(OrganizationId organization, Campaign campaign, Checked checked) {
        if (campaign.version() != checked.version()) {
            throw EditedMeanwhile.overtaken(checked.version(), campaign.version());
        }
        return campaign.publish(clock.instant())
                .map(
                        published ->
                                runs.started(organization, campaign)
                                        .chain(
                                                () ->
                                                        outbox.publish(
                                                                organization,
                                                                Lane.REALTIME,
                                                                OutgoingEvent.of(
                                                                        "CampaignPublished",
                                                                        campaign.id(),
                                                                        published))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
