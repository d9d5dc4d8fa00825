package io.mauntic.crm.contact.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.contracts.crm.api.ContactsApi;
import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.ContactChanges;
import io.mauntic.contracts.crm.model.ContactChangesResult;
import io.mauntic.contracts.crm.model.ContactList;
import io.mauntic.contracts.crm.model.ContactLookup;
import io.mauntic.contracts.crm.model.ContactPage;
import io.mauntic.contracts.crm.model.NewContact;
import io.mauntic.crm.contact.application.ChangeContacts;
import io.mauntic.crm.contact.application.ContactListing;
import io.mauntic.crm.contact.application.CreateContact;
import io.mauntic.crm.contact.application.DeleteContacts;
import io.mauntic.crm.contact.application.UpdateContact;
import io.mauntic.crm.contact.domain.ContactChange;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Objects;

class ContactsResource implements ContactsApi {

    private final CreateContact createContact;
    private final UpdateContact updateContact;
    private final ChangeContacts changeContacts;
    private final DeleteContacts deleteContacts;
    private final ContactQueries queries;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final CurrentUser user;

    ContactsResource(
            CreateContact createContact,
            UpdateContact updateContact,
            ChangeContacts changeContacts,
            DeleteContacts deleteContacts,
            ContactQueries queries,
            Idempotency idempotency,
            MergePatch mergePatch,
            CurrentUser user) {
        this.createContact = createContact;
        this.updateContact = updateContact;
        this.changeContacts = changeContacts;
        this.deleteContacts = deleteContacts;
        this.queries = queries;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.user = user;
    }

    @Override
    public Uni<ContactPage> listContacts(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir,
            String tag,
            String stage,
            Long companyId) {
        return queries.page(
                user.organization(),
                new ContactListing(
                        page, limit, cursor, search, orderBy, orderDir, tag, stage, companyId));
    }

    @Override
    public Uni<Contact> createContact(NewContact contact, String idempotencyKey) {
        OrganizationId organization = user.organization();
        CreateContact.Command command =
                new CreateContact.Command(organization, ContactShapes.details(contact));
        return idempotency.once(
                idempotencyKey,
                contact,
                Contact.class,
                () -> createContact.handle(command).chain(id -> queries.get(organization, id)));
    }

    @Override
    public Uni<Contact> getContact(Long id) {
        return queries.get(user.organization(), ContactIds.of(id));
    }

    @Override
    public Uni<Contact> updateContact(Long id, Object patch, String ifMatch) {
        OrganizationId organization = user.organization();
        ContactId contact = ContactIds.of(id);
        UpdateContact.Command command =
                new UpdateContact.Command(
                        organization,
                        contact,
                        IfMatch.of(ifMatch),
                        details -> patched(details, patch));
        return updateContact.handle(command).chain(() -> queries.get(organization, contact));
    }

    @Override
    public Uni<Void> deleteContact(Long id) {
        return deleteContacts
                .handle(new DeleteContacts.Command(user.organization(), List.of(id)))
                .invoke(erased -> refuseUnknown(erased, id))
                .replaceWithVoid();
    }

    @Override
    public Uni<ContactList> lookupContacts(ContactLookup lookup) {
        return queries.lookup(user.organization(), lookup.getIds()).map(new ContactList()::items);
    }

    @Override
    public Uni<ContactChangesResult> changeContacts(ContactChanges changes) {
        int delta = changes.getPointsDelta() == null ? 0 : changes.getPointsDelta();
        List<ContactChange> each =
                changes.getIds().stream()
                        .filter(Objects::nonNull)
                        .map(
                                id ->
                                        ContactChange.of(
                                                id,
                                                changes.getAddTags(),
                                                changes.getRemoveTags(),
                                                delta))
                        .toList();
        return changeContacts
                .handle(new ChangeContacts.Command(user.organization(), Lane.REALTIME, each))
                .map(changed -> new ContactChangesResult().changed(changed.size()));
    }

    private ContactDetails patched(ContactDetails details, Object patch) {
        try {
            return ContactShapes.details(
                    mergePatch.apply(ContactShapes.contract(details), patch, NewContact.class));
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }

    private static void refuseUnknown(List<Long> erased, Long id) {
        if (erased.isEmpty()) {
            throw new NotFound("contact", id);
        }
    }
}
