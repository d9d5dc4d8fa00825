package io.mauntic.messaging.tracking;

import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.messaging.tracking.Hits.Hit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Notes openings, clicks, unsubscriptions and late bounces, and tells the others. */
@ApplicationScoped
public class TrackRecipients {

    private final UnitOfWork unitOfWork;
    private final Hits hits;
    private final Clicks clicks;
    private final EarlyClicks earlyClicks;
    private final Outbox outbox;
    private final TrackingAddresses addresses;
    private final Clock clock;

    TrackRecipients(
            UnitOfWork unitOfWork,
            Hits hits,
            Clicks clicks,
            EarlyClicks earlyClicks,
            Outbox outbox,
            TrackingAddresses addresses,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.hits = hits;
        this.clicks = clicks;
        this.earlyClicks = earlyClicks;
        this.outbox = outbox;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Where a click leads.
     *
     * @param visitor to be remembered in a cookie; empty for machines
     */
    record Redirect(String url, Optional<UUID> visitor) {}

    Uni<Void> opened(TrackedMail mail, Visitor visitor) {
        return unitOfWork.in(
                mail.organization(),
                () ->
                        hits.open(mail, visitor.machine())
                                .chain(
                                        hit ->
                                                publish(
                                                        mail,
                                                        "EmailOpened",
                                                        hit,
                                                        it ->
                                                                new MailEvent.Opened(
                                                                        it.mail(),
                                                                        visitor.machine(),
                                                                        it.first()))));
    }

    /** Empty when the link is not one of that mail. */
    Uni<Optional<Redirect>> clicked(TrackedLink link, Visitor visitor) {
        return unitOfWork.in(
                link.mail().organization(),
                () ->
                        hits.target(link)
                                .chain(
                                        target ->
                                                target.map(to -> click(link, to, visitor))
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .item(
                                                                                        Optional
                                                                                                .empty()))));
    }

    private Uni<Optional<Redirect>> click(TrackedLink link, Hits.Target target, Visitor visitor) {
        if (visitor.machine()) {
            return clicks.note(link, target.url(), Optional.empty())
                    .replaceWith(Optional.of(new Redirect(target.url(), Optional.empty())));
        }
        UUID person = visitor.cookie().orElseGet(UUID::randomUUID);
        Instant human = target.sentAt().orElseGet(clock::instant).plus(MachineTraffic.TOO_FAST);
        Uni<Void> noted =
                clock.instant().isBefore(human)
                        ? earlyClicks.hold(link, person, human)
                        : clicks.note(link, target.url(), Optional.of(person));
        String url = addresses.naming(target.url(), link.mail().organization(), target.contact());
        return noted.replaceWith(Optional.of(new Redirect(url, Optional.of(person))));
    }

    /** Unsubscribing twice is said once. False when the organization has no such mail. */
    public Uni<Boolean> unsubscribed(TrackedMail mail) {
        return unitOfWork.in(
                mail.organization(),
                () ->
                        hits.unsubscribe(mail)
                                .call(
                                        hit ->
                                                publish(
                                                        mail,
                                                        "Unsubscribed",
                                                        hit.filter(Hit::first),
                                                        it ->
                                                                MailEvent.Unsubscribed.from(
                                                                        it.mail())))
                                .map(Optional::isPresent));
    }

    /** The mail server still tries; nobody else needs to know. */
    public Uni<Void> delayed(TrackedMail mail, String reason) {
        return unitOfWork.in(mail.organization(), () -> hits.delay(mail, reason).replaceWithVoid());
    }

    /**
     * A mail came back; said once, and once more when it turns from soft to hard. False when the
     * organization has no such mail.
     */
    public Uni<Boolean> bounced(TrackedMail mail, boolean hard, String reason) {
        return unitOfWork.in(
                mail.organization(),
                () ->
                        hits.bounce(mail, hard, reason)
                                .call(
                                        hit ->
                                                publish(
                                                        mail,
                                                        "EmailBounced",
                                                        hit.filter(Hit::first),
                                                        it ->
                                                                new MailEvent.Bounced(
                                                                        it.mail(),
                                                                        hard ? "hard" : "soft",
                                                                        reason)))
                                .map(Optional::isPresent));
    }

    private Uni<Void> publish(
            TrackedMail mail,
            String type,
            Optional<Hit> hit,
            java.util.function.Function<Hit, Object> data) {
        return hit.map(
                        it ->
                                outbox.publish(
                                        mail.organization(),
                                        Lane.REALTIME,
                                        OutgoingEvent.of(
                                                type, it.mail().contactId(), data.apply(it))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
