package io.mauntic.kit.erasure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Hears from crm who is erased. It comes after all other handlers of a batch: what they write of a
 * contact stands before its erasure, which is the last that is told of it.
 */
@ApplicationScoped
@Priority(-1)
class ErasureConsumer implements EventHandler {

    private final ContactErasures erasures;

    ErasureConsumer(ContactErasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public Set<String> types() {
        return Set.of("ContactDeleted");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return erasures.erase(
                organization, events.stream().map(ReceivedEvent::contactId).distinct().toList());
    }
}
