package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.ContactEvent;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where the events of contacts go, in the unit of work that changed them: to the other contexts,
 * and to the segments.
 */
public interface ContactEvents {

    Uni<Void> publish(
            OrganizationId organization,
            Lane lane,
            List<? extends ContactEvent> events,
            Optional<ReceivedEvent> cause);

    default Uni<Void> publish(OrganizationId organization, List<? extends ContactEvent> events) {
        return publish(organization, Lane.REALTIME, events, Optional.empty());
    }
}
