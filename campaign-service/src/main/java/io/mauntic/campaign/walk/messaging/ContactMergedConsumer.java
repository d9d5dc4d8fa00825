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

/** Of two contacts that are one person, the walks of both go on as one. */
@ApplicationScoped
class ContactMergedConsumer implements EventHandler {

    private final EraseContacts erase;

    ContactMergedConsumer(EraseContacts erase) {
        this.erase = erase;
    }

    @Override
    public Set<String> types() {
        return Set.of("ContactMerged");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(
                        event ->
                                erase.merge(
                                        organization,
                                        event.contactId(),
                                        event.data().getLong("mergedContactId")))
                .collect()
                .last();
    }
}
