package io.mauntic.crm.timeline;

import io.mauntic.crm.timeline.TimelineWriter.Entry;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Hears every event that names a contact, from every context and from this one, and keeps it for
 * the timeline.
 */
@ApplicationScoped
class TimelineConsumer implements EventHandler {

    // ContactCreated is told by the contact's own row; FormSubmitted names no contact, the use case
    // that finds or makes it does.
    private static final Set<String> TYPES =
            Set.of(
                    "ContactUpdated",
                    "ContactIdentified",
                    "TagsChanged",
                    "PointsAwarded",
                    "StageChanged",
                    "ContactAddedToSegment",
                    "ContactRemovedFromSegment",
                    "DoNotContactAdded",
                    "DoNotContactRemoved",
                    "ConsentGiven",
                    "ConsentWithdrawn",
                    "ContactEnteredCampaign",
                    "ContactLeftCampaign",
                    "CampaignEventExecuted",
                    "CampaignEventFailed",
                    "EmailSent",
                    "EmailOpened",
                    "EmailClicked",
                    "EmailBounced",
                    "EmailNotSent",
                    "Unsubscribed",
                    "PageVisited");

    private final TimelineWriter timeline;

    TimelineConsumer(TimelineWriter timeline) {
        this.timeline = timeline;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        List<Entry<Long>> entries =
                events.stream()
                        .filter(event -> event.data().containsKey("contactId"))
                        .map(event -> new Entry<>(event.contactId(), event))
                        .toList();
        return timeline.ofContacts(organization, entries);
    }
}
