package io.mauntic.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The mails that a recipient received, read from the mail server. */
record Mailbox(String address) {

    /** Waits for a mail with a subject. */
    Mail await(String subject) {
        return Eventually.present(
                "a mail \"%s\" to %s".formatted(subject, address),
                () -> mails().stream().filter(mail -> mail.subject().equals(subject)).findFirst());
    }

    List<Mail> mails() {
        Response inbox =
                given().baseUri(Platform.MAIL_API)
                        .get("/api/user/{address}/messages/INBOX", address);
        if (inbox.statusCode() != 200) {
            return List.of();
        }
        List<String> sources = inbox.jsonPath().getList("mimeMessage", String.class);
        List<Mail> mails = new ArrayList<>();
        Optional.ofNullable(sources).orElse(List.of()).forEach(source -> mails.add(parse(source)));
        return mails;
    }

    private static Mail parse(String source) {
        try {
            return new Mail(
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
