package io.mauntic.identity.event;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts identity's events into the outbox, inside the unit of work that made them true. */
@ApplicationScoped
public class IdentityEvents {

    private final Outbox outbox;

    IdentityEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> publish(OrganizationId organization, IdentityEvent... events) {
        return outbox.publish(
                organization,
                Lane.REALTIME,
                List.of(events).stream()
                        .map(
                                event ->
                                        OutgoingEvent.of(
                                                event.getClass().getSimpleName(),
                                                event.key(),
                                                event))
                        .toList());
    }
}
