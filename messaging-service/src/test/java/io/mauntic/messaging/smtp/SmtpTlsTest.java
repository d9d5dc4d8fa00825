package io.mauntic.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.messaging.smtp.MailOutcome.Postponed;
import io.mauntic.messaging.smtp.MailOutcome.Taken;
import io.mauntic.messaging.smtp.SmtpConfig.Tls;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Credentials travel encrypted, to a server that is who it says, unless somebody says otherwise.
 */
class SmtpTlsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;

    private static String keys;
    private static String certificate;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void make_a_certificate() throws Exception {
        keys = folder.resolve("keys.p12").toString();
        certificate = folder.resolve("certificate.pem").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost");
        keytool("-exportcert", "-rfc", "-file", certificate);
    }

    @AfterAll
    static void end() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_server_that_offers_no_encryption_gets_no_credentials() throws Exception {
        MailOutcome outcome = sent(TestSmtp.at(server(false, false)).as("ada", "secret"));

        assertThat(outcome)
                .isEqualTo(
                        new Postponed(
                                "The mail server does not offer an encrypted connection", false));
        assertThat(heard).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void a_server_whose_certificate_is_not_trusted_gets_no_credentials() throws Exception {
        MailOutcome outcome = sent(TestSmtp.at(server(true, false)).as("ada", "secret"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Postponed.class,
                        postponed ->
                                assertThat(postponed.answer())
                                        .startsWith(
                                                "The mail server's certificate is not trusted"));
        assertThat(heard).noneMatch(line -> line.contains("AUTH"));
    }

    @Test
    void credentials_are_given_once_the_connection_is_encrypted() throws Exception {
        TestSmtp smtp = TestSmtp.at(server(true, false)).as("ada", "secret").trusting(certificate);

        assertThat(sent(smtp)).isEqualTo(new Taken());
        assertThat(heard)
                .containsSubsequence("STARTTLS", "tls EHLO mail.example")
                .anyMatch(line -> line.startsWith("tls AUTH PLAIN"))
                .noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void a_certificate_is_not_looked_at_when_somebody_says_so() throws Exception {
        assertThat(sent(TestSmtp.at(server(true, false)).as("ada", "secret").unverified()))
                .isEqualTo(new Taken());
    }

    @Test
    void some_servers_speak_tls_from_the_first_byte() throws Exception {
        TestSmtp smtp = TestSmtp.at(server(false, true)).as("ada", "secret").by(Tls.IMPLICIT);

        assertThat(sent(smtp.trusting(certificate))).isEqualTo(new Taken());
        assertThat(heard).allMatch(line -> line.startsWith("tls "));
        heard.clear();
        assertThat(sent(smtp)).isInstanceOf(Postponed.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void credentials_travel_in_the_open_when_somebody_says_so() throws Exception {
        assertThat(sent(TestSmtp.at(server(true, false)).as("ada", "secret").by(Tls.NONE)))
                .isEqualTo(new Taken());
        assertThat(heard).anyMatch(line -> line.startsWith("AUTH PLAIN"));
    }

    private static MailOutcome sent(SmtpConfig smtp) throws Exception {
        SmtpPool pool =
                new SmtpPool(
                        VERTX, VERTX.getOrCreateContext(), new SmtpConnector(VERTX, smtp), smtp, 1);
        OutgoingMail mail =
                new OutgoingMail(
                        1, "news@demo.example", "ada@example.org", "Subject: x\r\n\r\nbody\r\n");
        return pool.send(mail, Handover.FREE)
                .toCompletionStage()
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);
    }

    /** The port of a server that notes what it hears, and whether it heard it encrypted. */
    private int server(boolean starttls, boolean implicit) throws Exception {
        NetServer server =
                VERTX.createNetServer(
                        new NetServerOptions()
                                .setSsl(implicit)
                                .setKeyCertOptions(
                                        new PfxOptions().setPath(keys).setPassword(PASSWORD)));
        server.connectHandler(socket -> greet(socket, starttls));
        return server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .actualPort();
    }

    private void greet(NetSocket socket, boolean starttls) {
        boolean[] content = {false};
        socket.handler(
                RecordParser.newDelimited(
                        "\r\n",
                        line -> {
                            String text = line.toString();
                            if (content[0]) {
                                content[0] = !text.equals(".");
                                if (!content[0]) {
                                    socket.write("250 taken\r\n");
                                }
                                return;
                            }
                            heard.add(socket.isSsl() ? "tls " + text : text);
                            content[0] = text.equals("DATA");
                            answer(socket, text, starttls);
                        }));
        socket.write("220 ready\r\n");
    }

    private static void answer(NetSocket socket, String command, boolean starttls) {
        switch (command.split(" ")[0]) {
            case "EHLO" ->
                    socket.write(
                            starttls && !socket.isSsl()
                                    ? "250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n"
                                    : "250-localhost\r\n250 AUTH PLAIN\r\n");
            case "STARTTLS" -> socket.write("220 go on\r\n").compose(_ -> socket.upgradeToSsl());
            case "AUTH" -> socket.write("235 welcome\r\n");
            case "DATA" -> socket.write("354 go on\r\n");
            default -> socket.write("250 ok\r\n");
        }
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/keytool")
                                        .toString()));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-alias",
                        "mail",
                        "-keystore",
                        keys,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(exit).isZero();
    }
}
