package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.FollowUp;
import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Lets contacts begin, inside a unit of work. Who is in a campaign already does not enter again.
 */
@ApplicationScoped
public class EnterCampaigns {

    private final RunningCampaigns campaigns;
    private final Members members;
    private final Memberships memberships;
    private final PendingSteps pending;
    private final WalkEvents events;
    private final StepLoops loops;
    private final Clock clock;

    EnterCampaigns(
            RunningCampaigns campaigns,
            Members members,
            Memberships memberships,
            PendingSteps pending,
            WalkEvents events,
            StepLoops loops,
            Clock clock) {
        this.campaigns = campaigns;
        this.members = members;
        this.memberships = memberships;
        this.pending = pending;
        this.events = events;
        this.loops = loops;
        this.clock = clock;
    }

    /**
     * Into every running campaign that the segment feeds, unless something newer is known.
     *
     * @param contacts with the revisions of their memberships, at most 1,000
     */
    public Uni<Void> handle(
            OrganizationId organization, long segment, Map<Long, Long> contacts, Lane lane) {
        return campaigns
                .fedBy(organization, segment)
                .chain(
                        fed ->
                                fed.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : memberships
                                                .news(organization, segment, true, contacts)
                                                .chain(
                                                        news ->
                                                                enter(
                                                                        organization,
                                                                        fed,
                                                                        segment,
                                                                        news,
                                                                        lane)));
    }

    private Uni<Void> enter(
            OrganizationId organization,
            List<RunningCampaign> campaigns,
            long segment,
            Collection<Long> contacts,
            Lane lane) {
        return Multi.createFrom()
                .iterable(campaigns)
                .onItem()
                .transformToUniAndConcatenate(
                        campaign -> enter(organization, campaign, segment, contacts, lane))
                .collect()
                .last();
    }

    Uni<Void> enter(
            OrganizationId organization,
            RunningCampaign campaign,
            long segment,
            Collection<Long> contacts,
            Lane lane) {
        Instant now = clock.instant();
        return members.enter(organization, campaign, segment, contacts, now)
                .call(walkers -> events.entered(organization, campaign, lane, walkers))
                .chain(walkers -> begin(organization, campaign, walkers, lane, now));
    }

    private Uni<Void> begin(
            OrganizationId organization,
            RunningCampaign campaign,
            List<Walker> walkers,
            Lane lane,
            Instant now) {
        loops.wakeAfterCommit(lane);
        return pending.add(
                        organization,
                        campaign.id(),
                        lane,
                        FollowUp.entering(campaign.graph(), walkers, now),
                        now)
                .replaceWithVoid();
    }
}
