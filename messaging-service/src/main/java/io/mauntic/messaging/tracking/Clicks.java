package io.mauntic.messaging.tracking;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.messaging.tracking.Hits.Click;
import io.mauntic.messaging.tracking.Hits.Noted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Notes clicks and tells of them; inside a unit of work of the mails' organization. */
@ApplicationScoped
class Clicks {

    private final Hits hits;
    private final Outbox outbox;

    Clicks(Hits hits, Outbox outbox) {
        this.hits = hits;
        this.outbox = outbox;
    }

    Uni<Void> note(OrganizationId organization, List<Click> clicks) {
        return hits.click(clicks)
                .chain(
                        noted ->
                                outbox.publish(
                                        organization,
                                        Lane.REALTIME,
                                        noted.stream().map(Clicks::event).toList()));
    }

    private static OutgoingEvent event(Noted<Click> noted) {
        return OutgoingEvent.of(
                "EmailClicked",
                noted.hit().mail().contactId(),
                new MailEvent.Clicked(
                        noted.hit().mail(),
                        noted.what().machine(),
                        noted.hit().first(),
                        noted.what().url(),
                        noted.what().person().map(UUID::toString).orElse(null)));
    }
}
