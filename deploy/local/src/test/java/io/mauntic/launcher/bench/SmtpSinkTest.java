package io.mauntic.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmtpSinkTest {
    private static final String MAIL =
            "EHLO me\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: x\r\n\r\nquit\r\n..\r\n.\r\n";

    @Test
    void a_mail_counts_once_it_is_complete() throws IOException {
        try (SmtpSink sink = new SmtpSink()) {
            String replies = talk(sink, MAIL + MAIL + "QUIT\r\n");

            assertThat(replies).endsWith("250 ok\r\n221 bye\r\n");
            assertThat(sink.arrivals("c@d.example")).hasSize(2);
            assertThat(sink.recipients("@d.example")).isEqualTo(1);
            assertThat(sink.mails("@d.example")).isEqualTo(2);
        }
    }

    @Test
    void a_mail_that_breaks_off_does_not_count() throws IOException {
        try (SmtpSink sink = new SmtpSink()) {
            talk(sink, MAIL.replace("\r\n.\r\n", "\r\n"));

            assertThat(sink.mails("@d.example")).isZero();
        }
    }

    private static String talk(SmtpSink sink, String lines) throws IOException {
        try (Socket socket = new Socket("localhost", sink.port())) {
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
