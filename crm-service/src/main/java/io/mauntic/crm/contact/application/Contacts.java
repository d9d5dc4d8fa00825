package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.Contact;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contact.domain.ContactSource;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The contacts of the organization whose unit of work is open. What it hands out stays locked until
 * the unit ends.
 */
public interface Contacts {

    /** Fails with {@link io.mauntic.kernel.NotFound}. */
    Uni<Contact> get(ContactId id);

    Uni<Optional<Contact>> withEmail(String email);

    /** Whose address it is, without locking them. */
    Uni<Optional<ContactId>> ownerOf(String email);

    /**
     * Empty when the address belongs to a contact already, be it one that is created at this very
     * moment.
     */
    Uni<Optional<Contact>> add(
            OrganizationId organization, ContactDetails details, ContactSource source, Instant now);

    /** Fails with {@link io.mauntic.crm.contact.domain.EmailAddressTaken}. */
    Uni<Void> save(OrganizationId organization, Contact contact);

    /**
     * Removes contacts with their timeline, their visits and their consent; answers the ids of
     * those that existed.
     */
    Uni<List<Long>> erase(List<Long> ids);
}
