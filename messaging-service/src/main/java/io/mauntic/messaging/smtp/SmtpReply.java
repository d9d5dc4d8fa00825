package io.mauntic.messaging.smtp;

import java.util.List;

/** A server's reply (RFC 5321, section 4.2), its lines joined. */
record SmtpReply(int code, List<String> lines) {

    boolean isPositive() {
        return code >= 200 && code < 400;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    boolean isClosing() {
        return code == 421;
    }

    String text() {
        String text = code + " " + String.join(" ", lines);
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    MailOutcome refusal(MailOutcome.Subject subject) {
        return isPermanent()
                ? new MailOutcome.Refused(subject, text())
                : new MailOutcome.Postponed(text(), !isClosing());
    }
}
