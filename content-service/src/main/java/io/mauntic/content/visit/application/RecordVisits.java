package io.mauntic.content.visit.application;

import io.mauntic.content.visit.domain.PageVisit;
import io.mauntic.content.visit.domain.VisitorId;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.GroupCommit;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the page visits that arrive together in one transaction of three statements. */
@ApplicationScoped
public class RecordVisits {

    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;

    private final UnitOfWork unitOfWork;
    private final Visitors visitors;
    private final Outbox outbox;
    private final GroupCommit<PageVisit> group;

    RecordVisits(UnitOfWork unitOfWork, Visitors visitors, Outbox outbox, Vertx vertx) {
        this.unitOfWork = unitOfWork;
        this.visitors = visitors;
        this.outbox = outbox;
        this.group = new GroupCommit<>(vertx, MOST_WAITING, BATCH, this::record);
    }

    /**
     * Tells the other contexts of a visit, and of the visitor where a token names one.
     *
     * @return arrives when the visit is safe; fails with {@link
     *     io.mauntic.kit.database.TooMuchWaits} when too many wait already
     */
    public Uni<Void> handle(OrganizationId organization, PageVisit visit) {
        return group.add(organization, visit);
    }

    private Uni<Void> record(OrganizationId organization, List<PageVisit> visits) {
        Map<VisitorId, ContactId> named = new HashMap<>();
        visits.forEach(
                visit -> visit.named().ifPresent(contact -> named.put(visit.visitor(), contact)));
        return unitOfWork.in(
                organization,
                () ->
                        visitors.identify(organization, named)
                                .chain(fresh -> publish(organization, identified(fresh, named)))
                                .chain(
                                        () ->
                                                visitors.contactsOf(
                                                        organization,
                                                        visits.stream()
                                                                .map(PageVisit::visitor)
                                                                .toList()))
                                .chain(
                                        contacts ->
                                                publish(organization, visited(visits, contacts))));
    }

    private Uni<Void> publish(OrganizationId organization, List<OutgoingEvent> events) {
        return outbox.publish(organization, Lane.REALTIME, events);
    }

    private static List<OutgoingEvent> identified(
            Set<VisitorId> fresh, Map<VisitorId, ContactId> named) {
        List<OutgoingEvent> events = new ArrayList<>(fresh.size());
        for (VisitorId visitor : fresh) {
            long contact = named.get(visitor).value();
            events.add(
                    OutgoingEvent.of(
                            "VisitorIdentified",
                            contact,
                            new JsonObject()
                                    .put("visitorId", visitor.value())
                                    .put("contactId", contact)));
        }
        return events;
    }

    private static List<OutgoingEvent> visited(
            List<PageVisit> visits, Map<VisitorId, ContactId> contacts) {
        List<OutgoingEvent> events = new ArrayList<>(visits.size());
        for (PageVisit visit : visits) {
            JsonObject data =
                    new JsonObject()
                            .put("visitorId", visit.visitor().value())
                            .put("url", visit.url());
            if (contacts.containsKey(visit.visitor())) {
                data.put("contactId", contacts.get(visit.visitor()).value());
            }
            putUnlessEmpty(data, "title", visit.title());
            putUnlessEmpty(data, "referrer", visit.referrer());
            events.add(OutgoingEvent.of("PageVisited", visit.visitor().value(), data));
        }
        return events;
    }

    private static void putUnlessEmpty(JsonObject data, String name, String text) {
        if (!text.isEmpty()) {
            data.put(name, text);
        }
    }
}
