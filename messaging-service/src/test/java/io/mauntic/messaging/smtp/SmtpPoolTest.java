package io.mauntic.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mauntic.messaging.SmtpSink;
import io.mauntic.messaging.SmtpSink.Behaviour;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpPoolTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final SmtpSink sink = new SmtpSink();
    private final AtomicInteger handovers = new AtomicInteger();
    private final Handover counting =
            mail -> {
                handovers.incrementAndGet();
                return Future.succeededFuture(true);
            };

    @AfterEach
    void stop() throws Exception {
        sink.close();
    }

    @AfterAll
    static void end() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static SmtpPool pool(int port) {
        return pool(TestSmtp.at(port));
    }

    private static SmtpPool pool(SmtpConfig config) {
        return new SmtpPool(
                VERTX,
                VERTX.getOrCreateContext(),
                new SmtpConnector(VERTX, config),
                config,
                config.bulkConnections());
    }

    private static OutgoingMail mail(String to) {
        return new OutgoingMail(
                1,
                "news@demo.example",
                to,
                "Subject: Hello\r\n\r\n.leading dot\r\n..two\r\nbody\r\n--end--\r\n");
    }

    private static MailOutcome outcome(Future<MailOutcome> sent) throws Exception {
        return sent.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
    }

    @Test
    void a_mail_arrives_as_it_was_written() throws Exception {
        assertThat(outcome(pool(sink.port()).send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Taken());
        assertThat(sink.to("ada@example.org"))
                .singleElement()
                .isEqualTo(
                        new SmtpSink.Mail(
                                "news@demo.example", "ada@example.org", mail("x").content()));
        assertThat(handovers).hasValue(1);
    }

    @Test
    void a_server_without_pipelining_takes_mails_too() throws Exception {
        try (SmtpSink slow = new SmtpSink(false)) {
            SmtpPool pool = pool(slow.port());
            assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                    .isEqualTo(new MailOutcome.Taken());
            assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                    .isEqualTo(new MailOutcome.Taken());
            assertThat(slow.to("ada@example.org")).hasSize(2);
        }
    }

    @Test
    void connections_are_used_again_and_bounded() throws Exception {
        SmtpPool pool = pool(sink.port());
        List<Future<MailOutcome>> sent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            sent.add(pool.send(mail("r" + i + "@example.org"), counting));
        }
        for (Future<MailOutcome> one : sent) {
            assertThat(outcome(one)).isEqualTo(new MailOutcome.Taken());
        }
        assertThat(sink.connections()).isBetween(1, 4);
        assertThat(sink.all().stream().map(SmtpSink.Mail::to).distinct()).hasSize(500);
    }

    @Test
    void a_refused_recipient_bounces_and_the_connection_goes_on() throws Exception {
        sink.misbehave("gone@example.org", Behaviour.REFUSE);
        SmtpPool pool = pool(sink.port());
        assertThat(outcome(pool.send(mail("gone@example.org"), counting)))
                .isEqualTo(
                        new MailOutcome.Refused(
                                MailOutcome.Subject.RECIPIENT, "550 5.1.1 No such mailbox"));
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Taken());
        assertThat(handovers).hasValue(1);
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void refused_content_bounces_and_content_put_off_is_tried_again_later() throws Exception {
        sink.misbehave(
                "ada@example.org",
                Behaviour.REFUSE_CONTENT,
                Behaviour.PUT_OFF_CONTENT,
                Behaviour.PUT_OFF);
        SmtpPool pool = pool(sink.port());
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(
                        new MailOutcome.Refused(
                                MailOutcome.Subject.CONTENT, "554 5.7.1 Looks like spam"));
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Postponed("452 4.3.1 Disk full", true));
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Postponed("451 4.3.0 Try again later", true));
    }

    @Test
    void a_refused_sender_is_not_the_recipients_fault() throws Exception {
        OutgoingMail mail =
                new OutgoingMail(
                        1, "refused@demo.example", "ada@example.org", "Subject: x\r\n\r\nx\r\n");
        assertThat(outcome(pool(sink.port()).send(mail, counting)))
                .isEqualTo(
                        new MailOutcome.Refused(MailOutcome.Subject.SENDER, "550 5.7.1 Not you"));
        try (SmtpSink plain = new SmtpSink(false)) {
            assertThat(outcome(pool(plain.port()).send(mail, counting)))
                    .isEqualTo(
                            new MailOutcome.Refused(
                                    MailOutcome.Subject.SENDER, "550 5.7.1 Not you"));
        }
        assertThat(handovers).hasValue(0);
    }

    @Test
    void an_address_beyond_ascii_is_refused_before_it_is_sent() throws Exception {
        assertThat(outcome(pool(sink.port()).send(mail("jörg@example.org"), counting)))
                .isInstanceOfSatisfying(
                        MailOutcome.Refused.class,
                        refused ->
                                assertThat(refused.subject())
                                        .isEqualTo(MailOutcome.Subject.RECIPIENT));
    }

    @Test
    void a_connection_lost_after_the_dot_leaves_the_mail_unanswered() throws Exception {
        sink.misbehave("ada@example.org", Behaviour.HANG_UP_AFTER_DOT);
        SmtpPool pool = pool(sink.port());
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Unanswered());
        assertThat(sink.to("ada@example.org")).hasSize(1);
        assertThat(outcome(pool.send(mail("bob@example.org"), counting)))
                .isEqualTo(new MailOutcome.Taken());
    }

    @Test
    void a_connection_lost_before_the_handover_lets_the_mail_be_tried_again() throws Exception {
        sink.misbehave("ada@example.org", Behaviour.HANG_UP_BEFORE_DOT);
        SmtpPool pool = pool(sink.port());
        Handover late =
                mail -> Future.future(granted -> VERTX.setTimer(300, _ -> granted.complete(true)));
        assertThat(outcome(pool.send(mail("ada@example.org"), late)))
                .isInstanceOf(MailOutcome.Postponed.class);
        assertThat(sink.to("ada@example.org")).isEmpty();
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Taken());
    }

    @Test
    void a_server_that_sends_us_away_does_not_count_against_the_mail() throws Exception {
        sink.misbehave("ada@example.org", Behaviour.GO_AWAY);
        SmtpPool pool = pool(sink.port());
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isInstanceOf(MailOutcome.Postponed.class);
        assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                .isEqualTo(new MailOutcome.Taken());
    }

    @Test
    void without_leave_no_dot_is_written() throws Exception {
        SmtpPool pool = pool(sink.port());
        assertThat(outcome(pool.send(mail("ada@example.org"), _ -> Future.succeededFuture(false))))
                .isEqualTo(new MailOutcome.Withdrawn());
        assertThat(
                        outcome(
                                pool.send(
                                        mail("ada@example.org"),
                                        _ -> Future.failedFuture("no database"))))
                .isEqualTo(
                        new MailOutcome.Postponed(
                                "It could not be noted that the mail goes out", false));
        assertThat(sink.taken()).isZero();
    }

    @Test
    void a_server_that_is_away_postpones_every_mail() throws Exception {
        sink.close();
        SmtpPool pool = pool(sink.port());
        List<Future<MailOutcome>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(pool.send(mail("r" + i + "@example.org"), counting));
        }
        for (Future<MailOutcome> one : sent) {
            assertThat(outcome(one))
                    .isInstanceOfSatisfying(
                            MailOutcome.Postponed.class,
                            postponed -> assertThat(postponed.attempted()).isFalse());
        }
    }

    @Test
    void another_mail_server_takes_signed_in_mails_too() throws Exception {
        GreenMail greenMail =
                new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        greenMail.setUser("sender@demo.example", "sender", "secret");
        greenMail.start();
        try {
            SmtpPool pool =
                    pool(
                            TestSmtp.at(greenMail.getSmtp().getPort())
                                    .as("sender", "secret")
                                    .by(SmtpConfig.Tls.NONE));
            assertThat(outcome(pool.send(mail("ada@example.org"), counting)))
                    .isEqualTo(new MailOutcome.Taken());
            assertThat(greenMail.getReceivedMessages())
                    .singleElement()
                    .satisfies(got -> assertThat(got.getSubject()).isEqualTo("Hello"));
            SmtpPool stranger =
                    pool(
                            TestSmtp.at(greenMail.getSmtp().getPort())
                                    .as("sender", "wrong")
                                    .by(SmtpConfig.Tls.NONE));
            assertThat(outcome(stranger.send(mail("ada@example.org"), counting)))
                    .isInstanceOf(MailOutcome.Postponed.class);
        } finally {
            greenMail.stop();
        }
    }
}
