package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.Contact;
import io.mauntic.crm.contact.domain.ContactSource;
import io.mauntic.crm.contact.domain.FormAnswers;
import io.mauntic.crm.timeline.SubmissionRegistered;
import io.mauntic.crm.timeline.TimelineWriter;
import io.mauntic.crm.timeline.TimelineWriter.Entry;
import io.mauntic.crm.timeline.Visitors;
import io.mauntic.crm.timeline.Visitors.Identification;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes a contact of a form's submission, or adds to the one that it belongs to: the owner of the
 * address, or else the contact that the visitor is known to be. Runs in the unit of work that is
 * open.
 */
@ApplicationScoped
public class RegisterSubmission {

    private final Contacts contacts;
    private final ContactEvents events;
    private final Visitors visitors;
    private final TimelineWriter timeline;
    private final Outbox outbox;
    private final Clock clock;

    RegisterSubmission(
            Contacts contacts,
            ContactEvents events,
            Visitors visitors,
            TimelineWriter timeline,
            Outbox outbox,
            Clock clock) {
        this.contacts = contacts;
        this.events = events;
        this.visitors = visitors;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param visitor who sent the form, as far as a script noticed
     * @param submission what was heard
     */
    public record Command(
            OrganizationId organization,
            FormAnswers answers,
            Optional<String> visitor,
            ReceivedEvent submission) {

        boolean saysNothing() {
            return answers.applyTo(FormAnswers.NOTHING).equals(FormAnswers.NOTHING);
        }

        long submissionId() {
            return submission.data().getLong("submissionId");
        }
    }

    public Uni<Void> handle(Command command) {
        return knownContact(command)
                .chain(
                        known ->
                                known.isEmpty() && command.saysNothing()
                                        ? keep(command)
                                        : register(command, known));
    }

    // Nobody could tell whom an empty contact is about; a later submission of this visitor will.
    private Uni<Void> keep(Command command) {
        return timeline.ofVisitors(
                command.organization(),
                command
                        .visitor()
                        .map(visitor -> new Entry<>(visitor, command.submission()))
                        .stream()
                        .toList());
    }

    private Uni<Void> register(Command command, Optional<Contact> known) {
        return known.map(contact -> update(command, contact))
                .orElseGet(() -> create(command))
                .call(contact -> name(command, contact))
                .call(contact -> tellRegistered(command, contact))
                .chain(
                        contact ->
                                timeline.ofContacts(
                                        command.organization(),
                                        List.of(
                                                new Entry<>(
                                                        contact.value(), command.submission()))));
    }

    private Uni<Optional<Contact>> knownContact(Command command) {
        if (command.answers().email().isPresent()) {
            return contacts.withEmail(command.answers().email().get());
        }
        return command.visitor()
                .map(visitors::contactOf)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(
                        known ->
                                known.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : found(known.get()));
    }

    private Uni<Optional<Contact>> found(long id) {
        return contacts.get(new ContactId(id)).map(Optional::of);
    }

    private Uni<ContactId> create(Command command) {
        return contacts.add(
                        command.organization(),
                        command.answers().applyTo(FormAnswers.NOTHING),
                        ContactSource.FORM,
                        clock.instant())
                .chain(
                        added ->
                                added.map(contact -> tellCreated(command, contact))
                                        .orElseGet(() -> updateOwner(command)));
    }

    private Uni<ContactId> tellCreated(Command command, Contact contact) {
        return events.publish(
                        command.organization(),
                        command.submission().lane(),
                        List.of(contact.created(ContactSource.FORM)),
                        Optional.of(command.submission()))
                .replaceWith(contact.id());
    }

    // Somebody else made a contact with this address since we looked.
    private Uni<ContactId> updateOwner(Command command) {
        return contacts.withEmail(command.answers().email().orElseThrow())
                .chain(owner -> update(command, owner.orElseThrow()));
    }

    private Uni<ContactId> update(Command command, Contact contact) {
        var happened =
                contact.become(
                        command.answers().applyTo(contact.details()),
                        ContactSource.FORM,
                        clock.instant());
        if (happened.isEmpty()) {
            return Uni.createFrom().item(contact.id());
        }
        return contacts.save(command.organization(), contact)
                .chain(
                        () ->
                                events.publish(
                                        command.organization(),
                                        command.submission().lane(),
                                        happened,
                                        Optional.of(command.submission())))
                .replaceWith(contact.id());
    }

    private Uni<Void> tellRegistered(Command command, ContactId contact) {
        var registered = new SubmissionRegistered(command.submissionId(), contact.value());
        return outbox.publish(
                command.organization(),
                command.submission().lane(),
                registered.event().causedBy(command.submission()));
    }

    private Uni<Void> name(Command command, ContactId contact) {
        List<Identification> named =
                command
                        .visitor()
                        .map(visitor -> new Identification(visitor, contact.value()))
                        .stream()
                        .toList();
        return visitors.identify(command.organization(), command.submission().lane(), named);
    }
}
