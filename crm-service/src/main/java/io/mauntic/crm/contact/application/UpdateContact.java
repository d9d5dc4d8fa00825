package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.Contact;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contact.domain.ContactEvent;
import io.mauntic.crm.contact.domain.ContactSource;
import io.mauntic.crm.contact.domain.EmailAddressTaken;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes what is known of a contact. */
@ApplicationScoped
public class UpdateContact {

    private final UnitOfWork unitOfWork;
    private final Versions versions;
    private final Contacts contacts;
    private final ContactEvents events;
    private final Clock clock;

    UpdateContact(
            UnitOfWork unitOfWork,
            Versions versions,
            Contacts contacts,
            ContactEvents events,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param seen what the editor has seen
     * @param change gets the details as they are while the contact is locked, so that two changes
     *     of different fields both last
     */
    public record Command(
            OrganizationId organization,
            ContactId contact,
            IfMatch seen,
            UnaryOperator<ContactDetails> change) {}

    public Uni<Void> handle(Command command) {
        return unitOfWork.in(
                command.organization(),
                () ->
                        versions.lock("contact", command.contact().value(), command.seen())
                                .chain(() -> contacts.get(command.contact()))
                                .chain(contact -> change(command, contact)));
    }

    private Uni<Void> change(Command command, Contact contact) {
        String before = contact.details().email();
        ContactDetails found = contact.details();
        ContactDetails next = command.change().apply(found).checkedSince(found);
        List<ContactEvent> happened = contact.become(next, ContactSource.API, clock.instant());
        if (happened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return refuseTaken(before, next.email())
                .chain(() -> contacts.save(command.organization(), contact))
                .chain(() -> events.publish(command.organization(), happened));
    }

    private Uni<Void> refuseTaken(String before, String after) {
        if (after == null || after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        return contacts.ownerOf(after)
                .invoke(
                        owner ->
                                owner.ifPresent(
                                        id -> {
                                            throw EmailAddressTaken.by(id, after);
                                        }))
                .replaceWithVoid();
    }
}
