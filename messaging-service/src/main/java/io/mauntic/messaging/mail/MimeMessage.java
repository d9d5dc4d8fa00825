package io.mauntic.messaging.mail;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A message in the form that mail servers take (RFC 5322, MIME): text and html as alternatives, all
 * ASCII.
 *
 * @param messageId without its angle brackets; the same whenever the same delivery is composed
 * @param unsubscribeUrl for one-click unsubscription (RFC 8058); none for tests
 */
public record MimeMessage(
        String messageId,
        Instant date,
        String fromName,
        String fromAddress,
        String to,
        MailWords words,
        Optional<String> unsubscribeUrl) {

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
        unsubscribeUrl.ifPresent(
                url ->
                        headers.add("List-Unsubscribe", "<" + url + ">")
                                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
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
