package io.mauntic.messaging.smtp;

import io.mauntic.messaging.smtp.MailOutcome.Postponed;
import io.mauntic.messaging.smtp.MailOutcome.Refused;
import io.mauntic.messaging.smtp.MailOutcome.Subject;
import io.mauntic.messaging.smtp.MailOutcome.Taken;
import io.mauntic.messaging.smtp.MailOutcome.Unanswered;
import io.mauntic.messaging.smtp.MailOutcome.Withdrawn;
import io.vertx.core.Future;
import java.util.List;

/** A greeted connection: one mail after the other, used from one event loop. */
final class SmtpConnection {

    private static final String BEYOND_ASCII =
            "553 An address with letters beyond ASCII before the @ cannot be written to";

    private final SmtpChannel channel;
    private final boolean pipelining;
    private boolean transactionOpen;
    private int delivered;

    SmtpConnection(SmtpChannel channel, boolean pipelining) {
        this.channel = channel;
        this.pipelining = pipelining;
    }

    /**
     * Fails only when the connection is lost before the server wanted the content: the mail is
     * untouched then, and may go by another connection at once. Every other end of the conversation
     * is an outcome.
     */
    Future<MailOutcome> deliver(OutgoingMail mail, Handover handover) {
        if (!isAscii(mail.sender())) {
            return done(new Refused(Subject.SENDER, BEYOND_ASCII));
        }
        if (!isAscii(mail.recipient())) {
            return done(new Refused(Subject.RECIPIENT, BEYOND_ASCII));
        }
        return envelope(mail)
                .compose(
                        refusal ->
                                refusal != null
                                        ? done(refusal)
                                        : content(mail, handover)
                                                .otherwise(
                                                        lost ->
                                                                new Postponed(
                                                                        lost.getMessage(), true)));
    }

    /**
     * Whether it has carried a mail already: then the server may simply have closed it meanwhile.
     */
    boolean isUsed() {
        return delivered > 0;
    }

    boolean isClosed() {
        return channel.isClosed();
    }

    void close() {
        channel.close();
    }

    void quit() {
        channel.command("QUIT").onComplete(_ -> channel.close());
    }

    /**
     * Null when the server waits for the content. With pipelining (RFC 2920) it is one round trip.
     */
    private Future<MailOutcome> envelope(OutgoingMail mail) {
        String from = "MAIL FROM:<" + mail.sender() + ">";
        String to = "RCPT TO:<" + mail.recipient() + ">";
        if (!pipelining) {
            return reset().compose(_ -> step(from, Subject.SENDER))
                    .compose(no -> no != null ? done(no) : step(to, Subject.RECIPIENT))
                    .compose(no -> no != null ? done(no) : step("DATA", Subject.CONTENT));
        }
        String reset = transactionOpen ? "RSET\r\n" : "";
        Future<SmtpReply> cleared =
                transactionOpen
                        ? channel.reply()
                        : Future.succeededFuture(new SmtpReply(250, List.of()));
        Future<SmtpReply> sender = channel.reply();
        Future<SmtpReply> recipient = channel.reply();
        transactionOpen = true;
        Future<SmtpReply> data = channel.command(reset + from + "\r\n" + to + "\r\nDATA");
        return cleared.compose(_ -> sender)
                .compose(_ -> recipient)
                .compose(_ -> data)
                .compose(ready -> judge(sender.result(), recipient.result(), ready));
    }

    private Future<MailOutcome> judge(SmtpReply sender, SmtpReply recipient, SmtpReply data) {
        if (sender.isPositive() && recipient.isPositive() && data.isPositive()) {
            return done(null);
        }
        MailOutcome refusal =
                !sender.isPositive()
                        ? sender.refusal(Subject.SENDER)
                        : !recipient.isPositive()
                                ? recipient.refusal(Subject.RECIPIENT)
                                : data.refusal(Subject.CONTENT);
        // RFC 2920, section 3.1: a server that waits for content although there is no recipient
        // gets an empty one.
        return data.isPositive() ? channel.command(".").map(_ -> refusal) : done(refusal);
    }

    private Future<MailOutcome> content(OutgoingMail mail, Handover handover) {
        return channel.write(SmtpText.stuffed(mail.content()))
                .compose(_ -> handover.of(mail).otherwise((Boolean) null))
                .compose(
                        granted -> {
                            if (granted == null || !granted) {
                                channel.close();
                                return done(
                                        granted == null
                                                ? new Postponed(
                                                        "It could not be noted that the mail goes out",
                                                        false)
                                                : new Withdrawn());
                            }
                            return channel.isClosed()
                                    ? done(
                                            new Postponed(
                                                    "The mail server closed the connection", true))
                                    : finalDot();
                        });
    }

    private Future<MailOutcome> finalDot() {
        Future<SmtpReply> reply = channel.reply();
        return channel.write(".\r\n")
                .map(true)
                .otherwise(false)
                .compose(
                        written -> {
                            if (!written) {
                                channel.close();
                                return done(
                                        new Postponed(
                                                "The mail server closed the connection", true));
                            }
                            return reply.<MailOutcome>map(this::answered)
                                    .otherwise(new Unanswered());
                        });
    }

    private MailOutcome answered(SmtpReply reply) {
        transactionOpen = false;
        delivered++;
        return reply.isPositive() ? new Taken() : reply.refusal(Subject.CONTENT);
    }

    private Future<Void> reset() {
        return transactionOpen ? channel.command("RSET").mapEmpty() : Future.succeededFuture();
    }

    private Future<MailOutcome> step(String command, Subject subject) {
        transactionOpen = true;
        return channel.command(command)
                .map(reply -> reply.isPositive() ? null : reply.refusal(subject));
    }

    private static Future<MailOutcome> done(MailOutcome outcome) {
        return Future.succeededFuture(outcome);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
