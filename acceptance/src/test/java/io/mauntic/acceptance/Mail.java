package io.mauntic.acceptance;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** A received mail. */
record Mail(MimeMessage message) {

    private static final Pattern IN_BRACKETS = Pattern.compile("<(https?://[^>]+)>");

    String subject() {
        return read(message::getSubject);
    }

    String contentType() {
        return read(message::getContentType);
    }

    String html() {
        return part("text/html");
    }

    String text() {
        return part("text/plain");
    }

    /** The first address of a header in angle brackets. */
    String address(String header) {
        Matcher matcher = IN_BRACKETS.matcher(header(header));
        if (!matcher.find()) {
            throw new AssertionError("No address in " + header + ": " + header(header));
        }
        return matcher.group(1);
    }

    String header(String name) {
        String[] values = read(() -> message.getHeader(name));
        return values == null ? "" : String.join(", ", values);
    }

    /** Where the links of the mail point. */
    List<String> links() {
        return Jsoup.parse(html()).select("a[href]").eachAttr("href");
    }

    private String part(String type) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return part.getContent().toString();
                }
            }
            throw new AssertionError("No part " + type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private interface Reading<T> {
        T read() throws MessagingException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
