package io.mauntic.integrations.delivery.interfaces.messaging;

import io.mauntic.integrations.delivery.application.Deliveries;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A form's submission was told before its contact was known; here its contact becomes known. */
@ApplicationScoped
class SubmissionContactConsumer implements EventHandler {

    private final Deliveries deliveries;

    SubmissionContactConsumer(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> types() {
        return Set.of("SubmissionRegistered");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        Map<Long, Long> contacts =
                events.stream()
                        .collect(
                                Collectors.toMap(
                                        event -> event.data().getLong("submissionId"),
                                        ReceivedEvent::contactId,
                                        (_, last) -> last));
        return deliveries.name(organization, contacts);
    }
}
