package io.mauntic.content.visit.interfaces.messaging;

import io.mauntic.content.visit.application.Visitors;
import io.mauntic.content.visit.domain.VisitorId;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns from crm whose visitors are whose. */
@ApplicationScoped
class ContactConsumer implements EventHandler {

    private static final String IDENTIFIED = "ContactIdentified";
    private static final String MERGED = "ContactMerged";

    private final Visitors visitors;

    ContactConsumer(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public Set<String> types() {
        return Set.of(IDENTIFIED, MERGED);
    }

    // Merges follow the identifications of their contacts, which have the same key.
    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        Map<VisitorId, ContactId> known = new HashMap<>();
        events.stream()
                .filter(event -> event.type().equals(IDENTIFIED))
                .forEach(
                        event ->
                                VisitorId.parse(event.data().getString("visitorId"))
                                        .ifPresent(
                                                id ->
                                                        known.put(
                                                                id,
                                                                new ContactId(event.contactId()))));
        return visitors.identify(organization, known).chain(() -> merge(organization, events));
    }

    private Uni<Void> merge(OrganizationId organization, List<ReceivedEvent> events) {
        Uni<Void> merged = Uni.createFrom().voidItem();
        for (ReceivedEvent event : events) {
            if (event.type().equals(MERGED)) {
                ContactId from = new ContactId(event.data().getLong("mergedContactId"));
                merged =
                        merged.chain(
                                () ->
                                        visitors.reassign(
                                                organization,
                                                from,
                                                new ContactId(event.contactId())));
            }
        }
        return merged;
    }
}
