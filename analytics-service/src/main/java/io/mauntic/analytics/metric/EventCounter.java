package io.mauntic.analytics.metric;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Counts what happened, in the hour in which it happened. */
@ApplicationScoped
public class EventCounter implements EventHandler {

    private final Counters counters;

    EventCounter(Counters counters) {
        this.counters = counters;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "ContactCreated",
                "ContactDeleted",
                "ContactMerged",
                "SegmentRebuilt",
                "EmailSent",
                "EmailNotSent",
                "EmailOpened",
                "EmailClicked",
                "EmailBounced",
                "Unsubscribed",
                "FormSubmitted",
                "PageVisited");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        HourlyCounts counts = new HourlyCounts();
        events.forEach(event -> count(event, counts));
        return counters.add(organization, counts);
    }

    static void count(ReceivedEvent event, HourlyCounts counts) {
        switch (event.type()) {
            case "ContactCreated" -> {
                counts.add(Metric.CONTACTS, event.time(), 1);
                counts.add(Metric.CONTACTS_CREATED, event.time(), 1);
            }
            // A merge makes one contact of two.
            case "ContactDeleted", "ContactMerged" -> counts.add(Metric.CONTACTS, event.time(), -1);
            case "SegmentRebuilt" -> counts.add(Metric.SEGMENTS_BUILT, event.time(), 1);
            case "EmailSent" -> counts.add(Metric.EMAILS_SENT, event.time(), 1);
            case "EmailNotSent" -> counts.add(Metric.EMAILS_NOT_SENT, event.time(), 1);
            case "EmailOpened" -> first(event, Metric.EMAILS_OPENED, Metric.MACHINE_OPENS, counts);
            case "EmailClicked" ->
                    first(event, Metric.EMAILS_CLICKED, Metric.MACHINE_CLICKS, counts);
            case "EmailBounced" -> counts.add(Metric.EMAILS_BOUNCED, event.time(), 1);
            case "Unsubscribed" -> counts.add(Metric.UNSUBSCRIBED, event.time(), 1);
            case "FormSubmitted" -> counts.add(Metric.FORM_SUBMISSIONS, event.time(), 1);
            case "PageVisited" -> counts.add(Metric.PAGE_HITS, event.time(), 1);
            default -> throw new IllegalArgumentException("Nothing counts a " + event.type());
        }
    }

    /** A mail counts once as opened, however often it is opened; machines and people apart. */
    private static void first(
            ReceivedEvent event, Metric byPeople, Metric byMachines, HourlyCounts counts) {
        if (event.data().getBoolean("first")) {
            counts.add(event.data().getBoolean("machine") ? byMachines : byPeople, event.time(), 1);
        }
    }
}
