package io.mauntic.kit.erasure;

import io.mauntic.kernel.OrganizationId;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All erasures of a service, one after the other. */
@ApplicationScoped
public class ContactErasures {

    private final List<ContactErasure> erasures;

    ContactErasures(@All List<ContactErasure> erasures) {
        this.erasures = erasures;
    }

    /**
     * Forgets the contacts everywhere in this service, inside the organization's unit of work.
     *
     * @param contacts at most 1,000; none does nothing
     */
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(erasures)
                .onItem()
                .transformToUniAndConcatenate(erasure -> erasure.erase(organization, contacts))
                .collect()
                .last();
    }
}
