package io.mauntic.crm.timeline;

import io.mauntic.crm.timeline.TimelineWriter.Entry;
import io.mauntic.crm.timeline.Visitors.Identification;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps what visitors do until they are known, and hears of the links that name them. */
@ApplicationScoped
class VisitorConsumer implements EventHandler {

    private final TimelineWriter timeline;
    private final Visitors visitors;

    VisitorConsumer(TimelineWriter timeline, Visitors visitors) {
        this.timeline = timeline;
        this.visitors = visitors;
    }

    @Override
    public Set<String> types() {
        return Set.of("PageVisited", "EmailClicked", "VisitorIdentified");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        List<Entry<String>> anonymous =
                events.stream()
                        .filter(event -> !event.data().containsKey("contactId"))
                        .map(event -> new Entry<>(event.data().getString("visitorId"), event))
                        .toList();
        List<Identification> named =
                events.stream()
                        .filter(VisitorConsumer::namesVisitor)
                        .map(VisitorConsumer::identification)
                        .toList();
        // The history is joined after the visits are stored: who was identified meanwhile gets them
        // at once.
        return timeline.ofVisitors(organization, anonymous)
                .chain(() -> visitors.identify(organization, events.getFirst().lane(), named))
                .chain(
                        () ->
                                visitors.joinHistory(
                                        organization,
                                        events.getFirst().lane(),
                                        anonymous.stream().map(Entry::owner).distinct().toList()));
    }

    // A mail scanner that follows every link is not the person.
    private static boolean namesVisitor(ReceivedEvent event) {
        return !event.type().equals("PageVisited")
                && event.data().containsKey("visitorId")
                && !event.data().getBoolean("machine", false);
    }

    private static Identification identification(ReceivedEvent event) {
        return new Identification(event.data().getString("visitorId"), event.contactId());
    }
}
