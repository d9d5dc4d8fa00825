package io.mauntic.crm.consent.history;

import io.mauntic.contracts.crm.model.Consent;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Records what a contact agreed to or withdrew, and tells the other contexts. */
@ApplicationScoped
class RecordConsent {

    private final UnitOfWork unitOfWork;
    private final Entries entries;
    private final Outbox outbox;
    private final Clock clock;

    RecordConsent(UnitOfWork unitOfWork, Entries entries, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.entries = entries;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Command(
            OrganizationId organization,
            ContactId contact,
            ConsentState state,
            Told told,
            Recorder by) {}

    /**
     * @return the entry; fails with {@link io.mauntic.kernel.InvalidValues} naming each wrong value
     */
    Uni<Consent> handle(Command command) {
        return unitOfWork.in(
                command.organization(),
                () ->
                        entries.add(
                                        command.organization(),
                                        command.contact(),
                                        command.told().checked(command.state(), clock.instant()),
                                        command.by())
                                .call(
                                        entry ->
                                                outbox.publish(
                                                        command.organization(),
                                                        Lane.REALTIME,
                                                        entry.event()))
                                .map(Entry::contract));
    }
}
