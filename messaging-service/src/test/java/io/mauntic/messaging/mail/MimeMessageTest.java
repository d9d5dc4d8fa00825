package io.mauntic.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MimeMessageTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static jakarta.mail.internet.MimeMessage read(String encoded) throws Exception {
        return new jakarta.mail.internet.MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(
            String fromName, String subject, String html, Optional<String> text) {
        return new MimeMessage(
                        "delivery.1.7@demo.example",
                        NOON,
                        fromName,
                        "news@demo.example",
                        "ada@example.org",
                        new MailWords(subject, html, text),
                        List.of(
                                "https://mauntic.example/unsubscribe/token",
                                "mailto:unsubscribe+token@bounces.mauntic.example"))
                .encode();
    }

    @Test
    void it_is_what_mail_programs_read() throws Exception {
        String encoded =
                encode(
                        "Döner & Söhne \"Berlin\"",
                        "Grüße, Ada — 🎉",
                        "<p>Schöne <b>Grüße</b> 🎉</p>",
                        Optional.empty());
        assertThat(encoded).matches("(?s)\\p{ASCII}*").doesNotContainPattern("(?<!\r)\n");
        jakarta.mail.internet.MimeMessage message = read(encoded);
        assertThat(message.getSubject()).isEqualTo("Grüße, Ada — 🎉");
        assertThat(((jakarta.mail.internet.InternetAddress) message.getFrom()[0]).getPersonal())
                .isEqualTo("Döner & Söhne Berlin");
        assertThat(((jakarta.mail.internet.InternetAddress) message.getFrom()[0]).getAddress())
                .isEqualTo("news@demo.example");
        assertThat(message.getHeader("Message-ID")).containsExactly("<delivery.1.7@demo.example>");
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOON);
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly(
                        "<https://mauntic.example/unsubscribe/token>, <mailto:unsubscribe+token@bounces.mauntic.example>");
        assertThat(message.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString().strip())
                .isEqualTo("Schöne Grüße 🎉");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString().strip())
                .isEqualTo("<p>Schöne <b>Grüße</b> 🎉</p>");
    }

    @Test
    void no_value_can_add_a_header() throws Exception {
        String encoded =
                encode(
                        "Ada\r\nBcc: all@example.org",
                        "Hello\r\nBcc: all@example.org",
                        "<p>x</p>",
                        Optional.of("x"));
        assertThat(read(encoded).getHeader("Bcc")).isNull();
    }

    @Test
    void long_lines_and_lone_dots_survive() throws Exception {
        String html = "<p>" + "word ".repeat(2_000) + "</p>\n.\n..\n<p>end</p>";
        jakarta.mail.internet.MimeMessage message =
                read(encode("Demo", "Hello", html, Optional.of("plain")));
        String got = ((MimeMultipart) message.getContent()).getBodyPart(1).getContent().toString();
        assertThat(got.replace("\r\n", "\n").strip()).isEqualTo(html);
        assertThat(encode("Demo", "Hello", html, Optional.of("plain")).lines())
                .allMatch(line -> line.length() <= 998);
    }
}
