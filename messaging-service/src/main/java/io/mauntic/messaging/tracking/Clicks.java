package io.mauntic.messaging.tracking;

import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.messaging.tracking.Hits.Hit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Notes clicks and tells of them; inside a unit of work of the mail's organization. */
@ApplicationScoped
class Clicks {

    private final Hits hits;
    private final Outbox outbox;

    Clicks(Hits hits, Outbox outbox) {
        this.hits = hits;
        this.outbox = outbox;
    }

    /**
     * Notes a click.
     *
     * @param person the visitor who clicked; empty for a machine
     */
    Uni<Void> note(TrackedLink link, String url, Optional<UUID> person) {
        boolean machine = person.isEmpty();
        return hits.click(link, machine)
                .chain(
                        hit ->
                                hit.map(it -> publish(link, it, url, person))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> publish(TrackedLink link, Hit hit, String url, Optional<UUID> person) {
        return outbox.publish(
                link.mail().organization(),
                Lane.REALTIME,
                OutgoingEvent.of(
                        "EmailClicked",
                        hit.mail().contactId(),
                        new MailEvent.Clicked(
                                hit.mail(),
                                person.isEmpty(),
                                hit.first(),
                                url,
                                person.map(UUID::toString).orElse(null))));
    }
}
