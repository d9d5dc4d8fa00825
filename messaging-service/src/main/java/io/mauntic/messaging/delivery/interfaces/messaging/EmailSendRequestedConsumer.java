package io.mauntic.messaging.delivery.interfaces.messaging;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.ReceivedEvent;
import io.mauntic.messaging.delivery.application.DeliveryLoops;
import io.mauntic.messaging.delivery.infrastructure.DeliveryRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Queues the mails that campaigns ask for. */
@ApplicationScoped
class EmailSendRequestedConsumer implements EventHandler {

    private final DeliveryRequests requests;
    private final UnitOfWork unitOfWork;
    private final DeliveryLoops loops;

    EmailSendRequestedConsumer(
            DeliveryRequests requests, UnitOfWork unitOfWork, DeliveryLoops loops) {
        this.requests = requests;
        this.unitOfWork = unitOfWork;
        this.loops = loops;
    }

    @Override
    public Set<String> types() {
        return Set.of("EmailSendRequested");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        EnumSet<Lane> lanes =
                events.stream()
                        .map(ReceivedEvent::lane)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lane.class)));
        unitOfWork.afterCommit(() -> lanes.forEach(loops::wake));
        return requests.accept(organization, events).replaceWithVoid();
    }
}
