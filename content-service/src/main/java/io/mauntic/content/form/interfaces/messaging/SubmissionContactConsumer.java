package io.mauntic.content.form.interfaces.messaging;

import io.mauntic.content.form.application.SubmissionContacts;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns from crm whose submissions are whose. */
@ApplicationScoped
class SubmissionContactConsumer implements EventHandler {

    private static final String REGISTERED = "SubmissionRegistered";
    private static final String MERGED = "ContactMerged";

    private final SubmissionContacts submissions;

    SubmissionContactConsumer(SubmissionContacts submissions) {
        this.submissions = submissions;
    }

    @Override
    public Set<String> types() {
        return Set.of(REGISTERED, MERGED);
    }

    // A contact that is merged gets no submission afterwards, so this order is right for every
    // batch.
    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        Map<Long, ContactId> registered = new LinkedHashMap<>();
        of(events, REGISTERED)
                .forEach(
                        event ->
                                registered.put(
                                        event.data().getLong("submissionId"), contact(event)));
        return (registered.isEmpty() ? nothing() : submissions.note(organization, registered))
                .chain(() -> merge(organization, of(events, MERGED)));
    }

    private Uni<Void> merge(OrganizationId organization, List<ReceivedEvent> merges) {
        return Multi.createFrom()
                .iterable(merges)
                .onItem()
                .transformToUniAndConcatenate(
                        event ->
                                submissions.reassign(
                                        organization,
                                        new ContactId(event.data().getLong("mergedContactId")),
                                        contact(event)))
                .collect()
                .last();
    }

    private static List<ReceivedEvent> of(List<ReceivedEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    private static ContactId contact(ReceivedEvent event) {
        return new ContactId(event.contactId());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
