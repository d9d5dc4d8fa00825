package io.mauntic.crm.contact.infrastructure;

import io.mauntic.crm.consent.AddressRefusals;
import io.mauntic.crm.contact.application.ContactEvents;
import io.mauntic.crm.contact.domain.ContactEvent;
import io.mauntic.crm.contact.domain.ContactEvent.ContactCreated;
import io.mauntic.crm.segment.application.SegmentMembership;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class OutboxContactEvents implements ContactEvents {

    private static final int MOST_AT_ONCE = 1_000;

    private final Outbox outbox;
    private final SegmentMembership segments;
    private final AddressRefusals refusals;
    private final UnitOfWork unitOfWork;

    OutboxContactEvents(
            Outbox outbox,
            SegmentMembership segments,
            AddressRefusals refusals,
            UnitOfWork unitOfWork) {
        this.refusals = refusals;
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.segments = segments;
    }

    @Override
    public Uni<Void> publish(
            OrganizationId organization,
            Lane lane,
            List<? extends ContactEvent> events,
            Optional<ReceivedEvent> cause) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> told = Uni.createFrom().voidItem();
        for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
            List<OutgoingEvent> some =
                    events.subList(from, Math.min(from + MOST_AT_ONCE, events.size())).stream()
                            .map(event -> outgoing(event, cause))
                            .toList();
            told = told.chain(() -> outbox.publish(organization, lane, some));
        }
        put(organization, lane, events);
        return told;
    }

    // Once for all contacts that a unit of work changes, and not once for each of them.
    private void put(OrganizationId organization, Lane lane, List<? extends ContactEvent> events) {
        unitOfWork
                .attached(
                        Reevaluations.class,
                        () -> {
                            unitOfWork.beforeCommit(this::reevaluate);
                            return new Reevaluations();
                        })
                .add(organization, lane, contacts(events), changedFields(events));
    }

    private Uni<Void> reevaluate() {
        return unitOfWork
                .attached(Reevaluations.class, Reevaluations::new)
                .each(
                        (key, asked) ->
                                refusals.settle(
                                                key.organization(),
                                                key.lane(),
                                                List.copyOf(asked.contacts()),
                                                asked.fields())
                                        .chain(() -> decide(key, asked)));
    }

    private Uni<Void> decide(Reevaluations.Key key, Reevaluations.Asked asked) {
        return segments.reevaluate(
                key.organization(),
                List.copyOf(asked.contacts()),
                asked.fields().containsAll(SegmentMembership.ALL_FIELDS)
                        ? SegmentMembership.ALL_FIELDS
                        : asked.fields(),
                key.lane());
    }

    private static OutgoingEvent outgoing(ContactEvent event, Optional<ReceivedEvent> cause) {
        OutgoingEvent outgoing =
                OutgoingEvent.of(event.getClass().getSimpleName(), event.contactId(), event);
        return cause.map(outgoing::causedBy).orElse(outgoing);
    }

    private static List<Long> contacts(List<? extends ContactEvent> events) {
        return events.stream().map(ContactEvent::contactId).distinct().toList();
    }

    private static Set<String> changedFields(List<? extends ContactEvent> events) {
        if (events.stream().anyMatch(ContactCreated.class::isInstance)) {
            return SegmentMembership.ALL_FIELDS;
        }
        return events.stream()
                .flatMap(event -> event.changedFields().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
