package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.Contact;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contact.domain.ContactSource;
import io.mauntic.crm.contact.domain.EmailAddressTaken;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Makes a contact by hand; an address that belongs to another one is refused, naming its owner. */
@ApplicationScoped
public class CreateContact {

    private final UnitOfWork unitOfWork;
    private final Contacts contacts;
    private final ContactEvents events;
    private final Clock clock;

    CreateContact(UnitOfWork unitOfWork, Contacts contacts, ContactEvents events, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
    }

    public record Command(OrganizationId organization, ContactDetails details) {}

    /**
     * @return fails with {@link InvalidValues} naming each value that a contact cannot hold
     */
    public Uni<ContactId> handle(Command command) {
        ContactDetails details = command.details().checked();
        return unitOfWork.in(
                command.organization(),
                () ->
                        contacts.add(
                                        command.organization(),
                                        details,
                                        ContactSource.API,
                                        clock.instant())
                                .chain(
                                        added ->
                                                added.map(contact -> tell(command, contact))
                                                        .orElseGet(() -> refuse(details))));
    }

    private Uni<ContactId> tell(Command command, Contact contact) {
        return events.publish(command.organization(), List.of(contact.created(ContactSource.API)))
                .replaceWith(contact.id());
    }

    private Uni<ContactId> refuse(ContactDetails details) {
        return contacts.ownerOf(details.email())
                .map(
                        owner -> {
                            throw owner.map(id -> EmailAddressTaken.by(id, details.email()))
                                    .orElseGet(() -> EmailAddressTaken.justNow(details.email()));
                        });
    }
}
