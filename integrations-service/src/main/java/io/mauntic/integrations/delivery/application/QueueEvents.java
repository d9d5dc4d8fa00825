package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.application.Deliveries.Queued;
import io.mauntic.integrations.webhook.application.Webhooks;
import io.mauntic.integrations.webhook.application.Webhooks.Listener;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Turns a batch of events into deliveries for the webhooks that want them, set-based. */
@ApplicationScoped
public class QueueEvents {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLoop loop;

    QueueEvents(
            UnitOfWork unitOfWork, Webhooks webhooks, Deliveries deliveries, DeliveryLoop loop) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.loop = loop;
    }

    /** Those of the events that a webhook wants; inside the organization's unit of work. */
    public Uni<List<ReceivedEvent>> wanted(
            OrganizationId organization, List<ReceivedEvent> events) {
        return webhooks.listeners(organization)
                .map(
                        listeners ->
                                events.stream()
                                        .filter(event -> isWanted(event, listeners))
                                        .toList());
    }

    /** Inside the organization's unit of work. */
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        unitOfWork.afterCommit(loop::wake);
        return webhooks.listeners(organization)
                .chain(listeners -> queue(organization, events, listeners));
    }

    private static boolean isWanted(ReceivedEvent event, List<Listener> listeners) {
        return listeners.stream().anyMatch(listener -> listener.subscription().wants(event.type()));
    }

    // A webhook at a time: a batch of Kafka's has at most a thousand events, and so has the
    // statement rows.
    private Uni<Void> queue(
            OrganizationId organization, List<ReceivedEvent> events, List<Listener> listeners) {
        Uni<Void> queued = Uni.createFrom().voidItem();
        for (Listener listener : listeners) {
            List<Queued> wanted = new ArrayList<>();
            for (ReceivedEvent event : events) {
                if (listener.subscription().wants(event.type())) {
                    String payload = Payload.of(event.type(), event.time(), event.data());
                    wanted.add(
                            new Queued(
                                    listener.id(),
                                    event.id(),
                                    event.type(),
                                    payload,
                                    event.lane() == Lane.BULK,
                                    event.data().getLong("contactId"),
                                    event.data().getLong("submissionId")));
                }
            }
            if (!wanted.isEmpty()) {
                queued =
                        queued.chain(() -> deliveries.queue(organization, wanted))
                                .replaceWithVoid();
            }
        }
        return queued;
    }
}
