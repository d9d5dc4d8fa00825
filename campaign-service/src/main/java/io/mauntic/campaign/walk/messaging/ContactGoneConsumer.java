package io.mauntic.campaign.walk.messaging;

import io.mauntic.campaign.walk.engine.EraseContacts;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Contacts that are no more are forgotten; of two that are one person, the walks of both go on as
 * one.
 */
@ApplicationScoped
class ContactGoneConsumer implements EventHandler {

    private static final String DELETED = "ContactDeleted";
    private static final String MERGED = "ContactMerged";

    private final EraseContacts erase;

    ContactGoneConsumer(EraseContacts erase) {
        this.erase = erase;
    }

    @Override
    public Set<String> types() {
        return Set.of(DELETED, MERGED);
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        List<Long> deleted =
                events.stream()
                        .filter(event -> event.type().equals(DELETED))
                        .map(ReceivedEvent::contactId)
                        .toList();
        return Multi.createFrom()
                .iterable(events)
                .filter(event -> event.type().equals(MERGED))
                .onItem()
                .transformToUniAndConcatenate(
                        event ->
                                erase.merge(
                                        organization,
                                        event.contactId(),
                                        event.data().getLong("mergedContactId")))
                .collect()
                .last()
                .chain(
                        () ->
                                deleted.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : erase.handle(organization, deleted));
    }
}
