package io.mauntic.crm.contact.application;

import io.mauntic.crm.segment.application.SegmentMembership;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.erasure.ContactErasures;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Erases contacts with all that crm knows of them; the other contexts follow the event. */
@ApplicationScoped
public class DeleteContacts {

    private final UnitOfWork unitOfWork;
    private final Contacts contacts;
    private final ContactErasures erasures;
    private final SegmentMembership segments;
    private final Outbox outbox;

    DeleteContacts(
            UnitOfWork unitOfWork,
            Contacts contacts,
            ContactErasures erasures,
            SegmentMembership segments,
            Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.contacts = contacts;
        this.erasures = erasures;
        this.segments = segments;
        this.outbox = outbox;
    }

    /**
     * @param contacts at most 1,000; those that do not exist are left out
     */
    public record Command(OrganizationId organization, List<Long> contacts) {}

    /** The ids of those that existed. */
    public Uni<List<Long>> handle(Command command) {
        return unitOfWork.in(
                command.organization(),
                () ->
                        erasures.erase(command.organization(), command.contacts())
                                .chain(() -> contacts.erase(command.contacts()))
                                .call(erased -> tell(command.organization(), erased)));
    }

    private Uni<Void> tell(OrganizationId organization, List<Long> erased) {
        List<OutgoingEvent> events =
                erased.stream()
                        .map(id -> OutgoingEvent.of("ContactDeleted", id, Map.of("contactId", id)))
                        .toList();
        return segments.forget(organization, erased)
                .chain(() -> outbox.publish(organization, Lane.REALTIME, events));
    }
}
