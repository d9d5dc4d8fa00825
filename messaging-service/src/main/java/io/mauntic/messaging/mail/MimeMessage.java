package io.mauntic.messaging.mail;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A message in the form that mail servers take (RFC 5322, MIME): text and html as alternatives, all
 * ASCII.
 *
 * @param messageId without its angle brackets; the same whenever the same delivery is composed
 * @param unsubscribe where to unsubscribe, the address for one click (RFC 8058) first; empty for
 *     tests
 */
public record MimeMessage(
        String messageId,
        Instant date,
        String fromName,
        String fromAddress,
        String to,
        MailWords words,
        List<String> unsubscribe) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Lines end with CR LF. */
    public String encode() {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("From", from())
                        .add("Subject", EncodedWords.encode(withoutControls(words.subject())))
                        .add("Message-ID", "<" + messageId + ">")
                        .add("Date", DATE.format(date));
        if (!unsubscribe.isEmpty()) {
            headers.add("List-Unsubscribe", "<" + String.join(">, <", unsubscribe) + ">")
                    .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MailMessage message =
                new MailMessage()
                        .setTo(to)
                        .setText(words.plainText())
                        .setHtml(words.html())
                        .setHeaders(headers);
        return new MailEncoder(message, "localhost").encode().replaceAll("\r?\n", "\r\n");
    }

    private String from() {
        String name = EncodedWords.encode(withoutControls(fromName).replaceAll("[\"\\\\]", ""));
        return (name.startsWith("=?") ? name : '"' + name + '"') + " <" + fromAddress + ">";
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
