package io.mauntic.messaging.email.application;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.messaging.delivery.infrastructure.Suppressions;
import io.mauntic.messaging.email.domain.EmailContent;
import io.mauntic.messaging.mail.AsciiAddress;
import io.mauntic.messaging.mail.MimeMessage;
import io.mauntic.messaging.smtp.Handover;
import io.mauntic.messaging.smtp.MailOutcome;
import io.mauntic.messaging.smtp.OutgoingMail;
import io.mauntic.messaging.smtp.SmtpTransport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends an email to its author; it is tracked and counted nowhere. */
@ApplicationScoped
public class SendTestEmail {

    private final UnitOfWork unitOfWork;
    private final Suppressions suppressions;
    private final PreviewEmail preview;
    private final SmtpTransport transport;
    private final Clock clock;

    SendTestEmail(
            UnitOfWork unitOfWork,
            Suppressions suppressions,
            PreviewEmail preview,
            SmtpTransport transport,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.suppressions = suppressions;
        this.preview = preview;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * The Message-ID of the mail that the server took.
     *
     * @throws InvalidValues (as the outcome) when it took none, with the server's words, or when
     *     nobody may be written to at the address
     */
    public Uni<String> handle(
            OrganizationId organization,
            EmailContent content,
            EmailAddress to,
            Optional<ContactId> contact) {
        String sender = AsciiAddress.of(content.fromAddress());
        String recipient = AsciiAddress.of(to.value());
        String messageId = "test." + UUID.randomUUID() + sender.substring(sender.indexOf('@'));
        return unitOfWork
                .in(organization, () -> suppressions.holds(organization, Channel.EMAIL, to.value()))
                .invoke(SendTestEmail::refuseSuppressed)
                .chain(() -> preview.handle(organization, content, contact))
                .map(
                        words ->
                                new MimeMessage(
                                        messageId,
                                        clock.instant(),
                                        content.fromName(),
                                        sender,
                                        recipient,
                                        words,
                                        List.of()))
                .chain(
                        message ->
                                transport.send(
                                        Lane.REALTIME,
                                        new OutgoingMail(0, sender, recipient, message.encode()),
                                        Handover.FREE))
                .map(outcome -> receipt(messageId, outcome));
    }

    private static void refuseSuppressed(boolean suppressed) {
        if (suppressed) {
            throw new InvalidValues(
                    "to", "This address takes no mail from you: it bounced or was unsubscribed.");
        }
    }

    private static String receipt(String messageId, MailOutcome outcome) {
        return switch (outcome) {
            case MailOutcome.Taken _, MailOutcome.Unanswered _, MailOutcome.Withdrawn _ ->
                    messageId;
            case MailOutcome.Refused(_, String answer) ->
                    throw new InvalidValues("to", "The mail server refused the mail: " + answer);
            case MailOutcome.Postponed(String answer, _) ->
                    throw new InvalidValues(
                            "to",
                            "The mail server did not take the mail. Try again later. It said: "
                                    + answer);
        };
    }
}
