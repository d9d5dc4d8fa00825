package io.mauntic.messaging.email.application;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
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

    private final PreviewEmail preview;
    private final SmtpTransport transport;
    private final Clock clock;

    SendTestEmail(PreviewEmail preview, SmtpTransport transport, Clock clock) {
        this.preview = preview;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * The Message-ID of the mail that the server took.
     *
     * @throws InvalidValues (as the outcome) when it took none, with the server's words
     */
    public Uni<String> handle(
            OrganizationId organization,
            EmailContent content,
            EmailAddress to,
            Optional<ContactId> contact) {
        String sender = AsciiAddress.of(content.fromAddress());
        String recipient = AsciiAddress.of(to.value());
        String messageId = "test." + UUID.randomUUID() + sender.substring(sender.indexOf('@'));
        return preview.handle(organization, content, contact)
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
