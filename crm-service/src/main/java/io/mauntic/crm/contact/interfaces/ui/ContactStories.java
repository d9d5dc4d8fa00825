package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.DoNotContact;
import io.mauntic.contracts.crm.model.TimelinePage;
import io.mauntic.crm.consent.ManageConsent;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.crm.contact.infrastructure.ContactQueries.SegmentName;
import io.mauntic.crm.timeline.TimelineQueries;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gathers what the page of a contact shows, in one transaction. */
@ApplicationScoped
class ContactStories {

    private final UnitOfWork unitOfWork;
    private final ContactQueries contacts;
    private final ManageConsent consent;
    private final TimelineQueries timelines;

    ContactStories(
            UnitOfWork unitOfWork,
            ContactQueries contacts,
            ManageConsent consent,
            TimelineQueries timelines) {
        this.unitOfWork = unitOfWork;
        this.contacts = contacts;
        this.consent = consent;
        this.timelines = timelines;
    }

    /**
     * @param types the kinds of entries that the timeline can be narrowed to
     */
    record Story(
            Contact contact,
            List<DoNotContact> doNotContact,
            List<SegmentName> segments,
            List<String> types,
            TimelinePage timeline) {

        Story with(List<SegmentName> found) {
            return new Story(contact, doNotContact, found, types, timeline);
        }

        Story narrowedTo(List<String> found) {
            return new Story(contact, doNotContact, segments, found, timeline);
        }

        Story as(TimelinePage found) {
            return new Story(contact, doNotContact, segments, types, found);
        }
    }

    Uni<Story> tell(OrganizationId organization, TimelineQueries.Wanted wanted) {
        return unitOfWork.in(
                organization,
                () ->
                        contacts.get(organization, wanted.contact())
                                .chain(contact -> about(contact, organization, wanted)));
    }

    private Uni<Story> about(
            Contact contact, OrganizationId organization, TimelineQueries.Wanted wanted) {
        ContactId id = wanted.contact();
        return consent.of(organization, id)
                .map(ContactStories::ofMail)
                .map(refusals -> new Story(contact, refusals, null, null, null))
                .chain(story -> contacts.segmentsOf(organization, id).map(story::with))
                .chain(story -> timelines.types(organization, id).map(story::narrowedTo))
                .chain(story -> timelines.page(organization, wanted).map(story::as));
    }

    private static List<DoNotContact> ofMail(List<DoNotContact> refusals) {
        return refusals.stream()
                .filter(refusal -> refusal.getChannel().equals(Channel.EMAIL.text()))
                .toList();
    }
}
