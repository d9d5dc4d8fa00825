package io.mauntic.crm.consent;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Hears from messaging who wants no more mail and whose address is dead. */
@ApplicationScoped
class ConsentConsumer implements EventHandler {

    private final DoNotContacts doNotContacts;

    ConsentConsumer(DoNotContacts doNotContacts) {
        this.doNotContacts = doNotContacts;
    }

    @Override
    public Set<String> types() {
        return Set.of("Unsubscribed", "EmailBounced");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        List<Refusal> refusals =
                events.stream()
                        .filter(ConsentConsumer::isFinal)
                        .map(ConsentConsumer::refusal)
                        .toList();
        if (refusals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return doNotContacts.add(organization, events.getFirst().lane(), refusals, null);
    }

    // A soft bounce, a full mailbox for instance, passes.
    private static boolean isFinal(ReceivedEvent event) {
        return event.type().equals("Unsubscribed") || "hard".equals(event.data().getString("kind"));
    }

    private static Refusal refusal(ReceivedEvent event) {
        Reason reason = event.type().equals("Unsubscribed") ? Reason.UNSUBSCRIBED : Reason.BOUNCED;
        Channel channel =
                Channel.parse(event.data().getString("channel", Channel.EMAIL.text()))
                        .orElseThrow();
        return new Refusal(event.contactId(), channel, reason, event.data().getString("address"));
    }
}
