package io.mauntic.integrations.delivery.interfaces.messaging;

import io.mauntic.integrations.delivery.application.QueueEvents;
import io.mauntic.integrations.webhook.domain.EventCatalogue;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Hears everything that webhooks may want. */
@ApplicationScoped
class EventConsumer implements EventHandler {

    private final QueueEvents queueEvents;

    EventConsumer(QueueEvents queueEvents) {
        this.queueEvents = queueEvents;
    }

    @Override
    public Set<String> types() {
        return EventCatalogue.types();
    }

    @Override
    public Uni<List<ReceivedEvent>> wanted(
            OrganizationId organization, List<ReceivedEvent> events) {
        return queueEvents.wanted(organization, events);
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return queueEvents.handle(organization, events);
    }
}
