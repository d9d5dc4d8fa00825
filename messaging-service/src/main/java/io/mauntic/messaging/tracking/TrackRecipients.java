package io.mauntic.messaging.tracking;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.GroupCommit;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.messaging.delivery.infrastructure.Suppressions;
import io.mauntic.messaging.tracking.Hits.Click;
import io.mauntic.messaging.tracking.Hits.Hit;
import io.mauntic.messaging.tracking.Hits.Noted;
import io.mauntic.messaging.tracking.Hits.Opening;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes openings, clicks, unsubscriptions and late bounces, and tells the others. */
@ApplicationScoped
public class TrackRecipients {

    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;

    private final UnitOfWork unitOfWork;
    private final Hits hits;
    private final Clicks clicks;
    private final EarlyClicks earlyClicks;
    private final Suppressions suppressions;
    private final Outbox outbox;
    private final TrackingAddresses addresses;
    private final Clock clock;
    private final GroupCommit<Opening> openings;
    private final GroupCommit<Click> arrivedClicks;

    TrackRecipients(
            UnitOfWork unitOfWork,
            Hits hits,
            Clicks clicks,
            EarlyClicks earlyClicks,
            Suppressions suppressions,
            Outbox outbox,
            TrackingAddresses addresses,
            Clock clock,
            Vertx vertx) {
        this.unitOfWork = unitOfWork;
        this.hits = hits;
        this.clicks = clicks;
        this.earlyClicks = earlyClicks;
        this.suppressions = suppressions;
        this.outbox = outbox;
        this.addresses = addresses;
        this.clock = clock;
        this.openings = new GroupCommit<>(vertx, MOST_WAITING, BATCH, this::open);
        this.arrivedClicks = new GroupCommit<>(vertx, MOST_WAITING, BATCH, this::click);
    }

    /**
     * Where a click leads.
     *
     * @param visitor to be remembered in a cookie; empty for machines
     */
    record Redirect(String url, Optional<UUID> visitor) {}

    /** Arrives when it is committed, with whatever else was opened meanwhile. */
    Uni<Void> opened(TrackedMail mail, Visitor visitor) {
        return openings.add(mail.organization(), new Opening(mail, visitor.machine()));
    }

    private Uni<Void> open(OrganizationId organization, List<Opening> arrived) {
        return unitOfWork.in(
                organization,
                () ->
                        hits.open(arrived)
                                .chain(
                                        noted ->
                                                outbox.publish(
                                                        organization,
                                                        Lane.REALTIME,
                                                        noted.stream()
                                                                .map(TrackRecipients::event)
                                                                .toList())));
    }

    private static OutgoingEvent event(Noted<Opening> noted) {
        return OutgoingEvent.of(
                "EmailOpened",
                noted.hit().mail().contactId(),
                new MailEvent.Opened(
                        noted.hit().mail(), noted.what().machine(), noted.hit().first()));
    }

    /** Empty when the link is not one of that mail; arrives when the click is committed. */
    Uni<Optional<Redirect>> clicked(TrackedLink link, Visitor visitor) {
        return unitOfWork
                .in(link.mail().organization(), () -> hits.target(link))
                .chain(
                        target ->
                                target.map(to -> click(link, to, visitor).map(Optional::of))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Redirect> click(TrackedLink link, Hits.Target target, Visitor visitor) {
        OrganizationId organization = link.mail().organization();
        if (visitor.machine()) {
            return arrivedClicks
                    .add(organization, new Click(link, target.url(), Optional.empty()))
                    .replaceWith(new Redirect(target.url(), Optional.empty()));
        }
        UUID person = visitor.cookie().orElseGet(UUID::randomUUID);
        Instant human = target.sentAt().orElseGet(clock::instant).plus(MachineTraffic.TOO_FAST);
        Uni<Void> noted =
                clock.instant().isBefore(human)
                        ? unitOfWork.in(organization, () -> earlyClicks.hold(link, person, human))
                        : arrivedClicks.add(
                                organization, new Click(link, target.url(), Optional.of(person)));
        String url = addresses.naming(target.url(), organization, target.contact());
        return noted.replaceWith(new Redirect(url, Optional.of(person)));
    }

    private Uni<Void> click(OrganizationId organization, List<Click> arrived) {
        return unitOfWork.in(organization, () -> clicks.note(organization, arrived));
    }

    /** Unsubscribing twice is said once. False when the organization has no such mail. */
    public Uni<Boolean> unsubscribed(TrackedMail mail) {
        return unitOfWork.in(
                mail.organization(),
                () ->
                        hits.unsubscribe(mail)
                                .call(hit -> suppress(mail, hit, "unsubscribed"))
                                .call(
                                        hit ->
                                                publish(
                                                        mail,
                                                        "Unsubscribed",
                                                        hit.filter(Hit::first),
                                                        MailEvent.Unsubscribed::from))
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
                                .call(hit -> suppress(mail, hit.filter(_ -> hard), "bounced"))
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
                                                                        reason,
                                                                        it.to().orElse(null))))
                                .map(Optional::isPresent));
    }

    private Uni<Integer> suppress(TrackedMail mail, Optional<Hit> hit, String reason) {
        return hit.map(
                        it ->
                                suppressions.addAddress(
                                        mail.organization(),
                                        it.channel(),
                                        it.to().orElse(null),
                                        reason))
                .orElseGet(() -> Uni.createFrom().item(0));
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
