package io.mauntic.campaign.walk.messaging;

import io.mauntic.campaign.walk.engine.CampaignRuns;
import io.mauntic.campaign.walk.engine.EnterCampaigns;
import io.mauntic.campaign.walk.engine.LeaveCampaigns;
import io.mauntic.campaign.walk.engine.Memberships;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contacts come into segments and fall out of them: they enter and leave the campaigns that these
 * feed.
 */
@ApplicationScoped
class SegmentMembershipConsumer implements EventHandler {

    private static final String ADDED = "ContactAddedToSegment";
    private static final String REMOVED = "ContactRemovedFromSegment";
    private static final String DELETED = "SegmentDeleted";

    private final Memberships memberships;
    private final EnterCampaigns entering;
    private final LeaveCampaigns leaving;
    private final CampaignRuns runs;

    SegmentMembershipConsumer(
            Memberships memberships,
            EnterCampaigns entering,
            LeaveCampaigns leaving,
            CampaignRuns runs) {
        this.memberships = memberships;
        this.entering = entering;
        this.leaving = leaving;
        this.runs = runs;
    }

    @Override
    public Set<String> types() {
        return Set.of(ADDED, REMOVED, DELETED);
    }

    /** Events of the same kind about the same segment, one after the other. */
    private record Stretch(String type, long segment, Lane lane, Map<Long, Long> contacts) {}

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(stretches(events))
                .onItem()
                .transformToUniAndConcatenate(stretch -> handle(organization, stretch))
                .collect()
                .last();
    }

    /** A contact who is added, removed and added again must be so in this order. */
    private static List<Stretch> stretches(List<ReceivedEvent> events) {
        List<Stretch> stretches = new ArrayList<>();
        for (ReceivedEvent event : events) {
            Stretch next =
                    new Stretch(
                            event.type(),
                            event.data().getLong("segmentId"),
                            event.lane(),
                            new LinkedHashMap<>());
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last == null
                    || last.segment() != next.segment()
                    || !last.type().equals(next.type())
                    || last.lane() != next.lane()) {
                stretches.add(next);
            }
            if (!event.type().equals(DELETED)) {
                stretches
                        .getLast()
                        .contacts()
                        .merge(event.contactId(), event.data().getLong("revision", 0L), Math::max);
            }
        }
        return stretches;
    }

    private Uni<Void> handle(OrganizationId organization, Stretch stretch) {
        return switch (stretch.type()) {
            case ADDED ->
                    entering.handle(
                            organization, stretch.segment(), stretch.contacts(), stretch.lane());
            case REMOVED ->
                    memberships
                            .news(organization, stretch.segment(), false, stretch.contacts())
                            .chain(
                                    news ->
                                            leaving.handle(
                                                    organization,
                                                    Optional.empty(),
                                                    stretch.segment(),
                                                    news,
                                                    stretch.lane()));
            default -> runs.segmentGone(organization, new SegmentId(stretch.segment()));
        };
    }
}
