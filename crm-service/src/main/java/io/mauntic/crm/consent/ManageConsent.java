package io.mauntic.crm.consent;

import io.mauntic.contracts.crm.model.DoNotContact;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people decide about a contact's consent. */
@ApplicationScoped
public class ManageConsent {

    private final UnitOfWork unitOfWork;
    private final DoNotContacts doNotContacts;

    ManageConsent(UnitOfWork unitOfWork, DoNotContacts doNotContacts) {
        this.unitOfWork = unitOfWork;
        this.doNotContacts = doNotContacts;
    }

    /** The entry that holds from now on, which is the older one where there was one. */
    public Uni<DoNotContact> refuse(
            OrganizationId organization, ContactId contact, Channel channel, String note) {
        Refusal refusal = new Refusal(contact.value(), channel, Reason.MANUAL, null);
        return unitOfWork.in(
                organization,
                () ->
                        doNotContacts
                                .add(organization, Lane.REALTIME, List.of(refusal), note)
                                .chain(() -> doNotContacts.of(contact))
                                .map(
                                        entries ->
                                                entries.stream()
                                                        .filter(
                                                                entry ->
                                                                        entry.getChannel()
                                                                                .equals(
                                                                                        channel
                                                                                                .text()))
                                                        .findFirst()
                                                        .orElseThrow()));
    }

    public Uni<Void> allow(OrganizationId organization, ContactId contact, Channel channel) {
        return unitOfWork.in(
                organization, () -> doNotContacts.remove(organization, contact, channel));
    }

    public Uni<List<DoNotContact>> of(OrganizationId organization, ContactId contact) {
        return unitOfWork.in(organization, () -> doNotContacts.of(contact));
    }
}
