package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.campaign.walk.engine.Members.Leaver;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets contacts leave whom no source holds any longer, inside a unit of work. What waits for them
 * is cancelled.
 */
@ApplicationScoped
public class LeaveCampaigns {

    private final RunningCampaigns campaigns;
    private final Members members;
    private final PendingSteps pending;
    private final WalkEvents events;
    private final Clock clock;

    LeaveCampaigns(
            RunningCampaigns campaigns,
            Members members,
            PendingSteps pending,
            WalkEvents events,
            Clock clock) {
        this.campaigns = campaigns;
        this.members = members;
        this.pending = pending;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A segment lets go of contacts.
     *
     * @param campaign the only campaign that is meant; none for all
     */
    public Uni<Void> handle(
            OrganizationId organization,
            Optional<Long> campaign,
            long segment,
            Collection<Long> contacts,
            Lane lane) {
        Instant now = clock.instant();
        return members.leave(organization, campaign, segment, contacts, now)
                .chain(
                        leavers ->
                                Multi.createFrom()
                                        .iterable(byCampaign(leavers).entrySet())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                entry ->
                                                        leave(
                                                                organization,
                                                                entry.getKey(),
                                                                entry.getValue(),
                                                                lane))
                                        .collect()
                                        .last());
    }

    private static Map<Long, List<Long>> byCampaign(List<Leaver> leavers) {
        return leavers.stream()
                .collect(
                        Collectors.groupingBy(
                                Leaver::campaign,
                                Collectors.mapping(Leaver::contact, Collectors.toList())));
    }

    private Uni<Void> leave(
            OrganizationId organization, long campaign, List<Long> contacts, Lane lane) {
        List<Walker> walkers = contacts.stream().map(contact -> new Walker(contact, 1)).toList();
        return pending.cancel(organization, campaign, contacts)
                .chain(() -> campaigns.find(organization, campaign))
                .chain(
                        found ->
                                found.map(left -> events.left(organization, left, lane, walkers))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
