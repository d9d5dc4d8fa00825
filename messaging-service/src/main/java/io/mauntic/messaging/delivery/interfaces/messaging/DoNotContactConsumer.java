package io.mauntic.messaging.delivery.interfaces.messaging;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.mauntic.messaging.delivery.infrastructure.Suppressions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps our own list of whom not to write to in step with crm's. */
@ApplicationScoped
class DoNotContactConsumer implements EventHandler {

    private static final String ADDED = "DoNotContactAdded";

    private final Suppressions suppressions;

    DoNotContactConsumer(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public Set<String> types() {
        return Set.of(ADDED, "DoNotContactRemoved");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> note(organization, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> note(OrganizationId organization, ReceivedEvent event) {
        Channel channel = Channel.parse(event.data().getString("channel")).orElseThrow();
        String reason = event.data().getString("reason", "manual");
        String address = event.data().getString("address");
        return event.type().equals(ADDED)
                ? refuse(organization, event.contactId(), channel, reason, address)
                : suppressions
                        .remove(event.contactId(), channel, reason)
                        .chain(
                                () ->
                                        suppressions.removeAddress(
                                                organization, channel, address, reason));
    }

    private Uni<Integer> refuse(
            OrganizationId organization,
            long contactId,
            Channel channel,
            String reason,
            String address) {
        boolean ofTheAddressAlone = reason.equals(Suppressions.BOUNCED) && address != null;
        return ofTheAddressAlone
                ? suppressions.addAddress(organization, channel, address, reason)
                : suppressions
                        .add(organization, contactId, channel, reason)
                        .chain(
                                () ->
                                        suppressions.addAddress(
                                                organization, channel, address, reason));
    }
}
