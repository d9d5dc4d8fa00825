package io.mauntic.messaging.delivery.application;

import io.mauntic.kit.events.Lane;
import io.mauntic.messaging.bounce.ReturnAddresses;
import io.mauntic.messaging.delivery.application.PreparedMails.Draft;
import io.mauntic.messaging.delivery.infrastructure.HandoverLog;
import io.mauntic.messaging.mail.AsciiAddress;
import io.mauntic.messaging.mail.MailWords;
import io.mauntic.messaging.mail.MimeMessage;
import io.mauntic.messaging.smtp.OutgoingMail;
import io.mauntic.messaging.smtp.SmtpTransport;
import io.mauntic.messaging.tracking.TrackingAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Composes mails and gives them to the transport, some at a time, so that composing and sending
 * overlap and memory stays bounded.
 */
@ApplicationScoped
class SendMails {

    private static final Logger LOG = Logger.getLogger(SendMails.class);
    private static final int AT_ONCE = 64;

    private final SmtpTransport transport;
    private final HandoverLog handover;
    private final TrackingAddresses addresses;
    private final ReturnAddresses returns;
    private final MessageIds messageIds;
    private final RetryPolicy retries;
    private final Clock clock;
    private final MeterRegistry metrics;

    SendMails(
            SmtpTransport transport,
            HandoverLog handover,
            TrackingAddresses addresses,
            ReturnAddresses returns,
            MessageIds messageIds,
            DeliveryConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.transport = transport;
        this.handover = handover;
        this.addresses = addresses;
        this.returns = returns;
        this.messageIds = messageIds;
        this.retries = new RetryPolicy(config.retryDelay(), config.attempts());
        this.clock = clock;
        this.metrics = metrics;
    }

    Set<String> links(Draft draft) {
        return draft.words().links(addresses.unsubscribePrefix());
    }

    /**
     * What became of each.
     *
     * @param links ids of the tracked links, by email and address
     * @param failures how often each delivery has failed before
     */
    Uni<List<Result>> send(
            Lane lane,
            List<Draft> drafts,
            Map<Long, Map<String, Long>> links,
            Map<Long, Integer> failures) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUni(
                        draft ->
                                send(
                                        lane,
                                        draft,
                                        links.getOrDefault(draft.email().id(), Map.of()),
                                        failures.get(draft.order().id())))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .emitOn(Infrastructure.getDefaultExecutor());
    }

    private Uni<Result> send(Lane lane, Draft draft, Map<String, Long> links, int failures) {
        return Uni.createFrom()
                .item(() -> compose(draft, links))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> LOG.error("A mail could not be put together", failure))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(
                        mail ->
                                mail.map(composed -> send(lane, draft, composed, failures))
                                        .orElseGet(() -> refused(draft)));
    }

    private Uni<Result> send(Lane lane, Draft draft, OutgoingMail mail, int failures) {
        return transport
                .send(lane, mail, handover)
                .map(
                        outcome ->
                                Result.of(
                                        draft.order().id(),
                                        outcome,
                                        failures,
                                        retries,
                                        draft.words().subject(),
                                        draft.to().value()))
                .invoke(result -> count(lane, result));
    }

    private void count(Lane lane, Result result) {
        metrics.counter(
                        "mauntic.mails",
                        "lane",
                        lane.name().toLowerCase(Locale.ROOT),
                        "result",
                        result.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
    }

    private static Uni<Result> refused(Draft draft) {
        return Uni.createFrom().item(new Result.NotSent(draft.order().id(), NotSentReason.REFUSED));
    }

    private OutgoingMail compose(Draft draft, Map<String, Long> links) {
        String sender = AsciiAddress.of(draft.email().fromAddress());
        String recipient = AsciiAddress.of(draft.to().value());
        MailWords words =
                draft.words()
                        .tracked(
                                addresses.unsubscribePrefix(),
                                url -> tracked(draft, url, links.get(url)),
                                addresses.pixel(draft.mail()));
        String content =
                new MimeMessage(
                                messageIds.of(draft.mail(), sender),
                                clock.instant(),
                                draft.email().fromName(),
                                sender,
                                recipient,
                                words,
                                unsubscribe(draft))
                        .encode();
        return new OutgoingMail(
                draft.order().id(),
                returns.bounce(draft.mail()).orElse(sender),
                recipient,
                content);
    }

    private List<String> unsubscribe(Draft draft) {
        return Stream.concat(
                        Stream.of(draft.unsubscribeUrl()),
                        returns.unsubscribe(draft.mail()).map(to -> "mailto:" + to).stream())
                .toList();
    }

    private String tracked(Draft draft, String url, Long linkId) {
        return linkId == null ? url : addresses.click(draft.mail(), linkId);
    }
}
