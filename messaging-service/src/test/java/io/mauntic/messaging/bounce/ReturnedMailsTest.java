package io.mauntic.messaging.bounce;

import static io.mauntic.messaging.bounce.Notifications.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.messaging.bounce.ReturnedMail.Delayed;
import io.mauntic.messaging.bounce.ReturnedMail.Failed;
import io.mauntic.messaging.bounce.ReturnedMail.Other;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReturnedMailsTest {

    private static ReturnedMail read(String content) {
        return ReturnedMails.read(
                new ByteArrayInputStream(
                        content.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static ReturnedMail notified(String recipients) {
        return read(Notifications.of(recipients));
    }

    @Test
    void an_unknown_mailbox_is_a_hard_bounce_with_its_reason_in_words() {
        assertThat(
                        notified(
                                recipient(
                                        "failed",
                                        "5.1.1",
                                        "550 5.1.1 <reader@example.org>: User\n    unknown")))
                .isEqualTo(
                        new Failed(
                                true,
                                "The mailbox does not exist: 550 5.1.1 <reader@example.org>: User unknown"));
    }

    @Test
    void a_mail_given_up_after_days_is_a_hard_bounce_without_a_diagnostic_too() {
        assertThat(
                        notified(
                                "Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.4.7\n"))
                .isEqualTo(new Failed(true, "5.4.7 The mail could not be delivered in time"));
    }

    @Test
    void what_failed_for_the_moment_or_for_what_it_says_is_a_soft_bounce() {
        assertThat(notified(recipient("failed", "4.2.2", "452 4.2.2 Over quota")))
                .isEqualTo(new Failed(false, "The mailbox is full: 452 4.2.2 Over quota"));
        assertThat(notified(recipient("Failed", "5.7.1", "554 5.7.1 Looks like spam")))
                .isEqualTo(new Failed(false, "The mail was refused: 554 5.7.1 Looks like spam"));
    }

    @Test
    void a_delay_is_no_bounce() {
        assertThat(notified(recipient("delayed", "4.4.1", "connect to mx.example.org: timed out")))
                .isEqualTo(
                        new Delayed(
                                "The mail server does not answer: connect to mx.example.org: timed out"));
    }

    @Test
    void a_mailbox_that_took_the_mail_counts_before_another_behind_the_same_address() {
        String gone = recipient("failed", "5.1.1", "550 5.1.1 Gone");
        assertThat(notified(gone + "\n" + recipient("delivered", "2.0.0", "250 OK")))
                .isEqualTo(new Other());
        assertThat(notified(gone + "\n" + recipient("failed", "5.2.1", "550 5.2.1 Disabled")))
                .isInstanceOf(Failed.class);
    }

    @Test
    void a_status_is_found_in_the_diagnostic_and_an_action_by_the_status() {
        assertThat(
                        notified(
                                "Final-Recipient: rfc822; a@example.org\nDiagnostic-Code: smtp; 550-5.1.1 Gone\n"))
                .isEqualTo(new Failed(true, "The mailbox does not exist: 550-5.1.1 Gone"));
    }

    @Test
    void holiday_replies_receipts_and_nonsense_mean_nothing() {
        assertThat(
                        read(
                                "Auto-Submitted: auto-replied\nSubject: Out of office 5.1.1\n\nAction: failed\nStatus: 5.1.1\n"))
                .isEqualTo(new Other());
        assertThat(notified("")).isEqualTo(new Other());
        assertThat(notified("Status\n: \n\n\u0000\u0001 Action failed")).isEqualTo(new Other());
        assertThat(notified(recipient("relayed", "2.1.9", "250 OK"))).isEqualTo(new Other());
        assertThat(read("")).isEqualTo(new Other());
        assertThat(read("x".repeat(100_000))).isEqualTo(new Other());
        assertThat(read("Content-Type: multipart/report; boundary=\"\n\n--\n\n--"))
                .isEqualTo(new Other());
        assertThat(read("A: b\n".repeat(5_000) + "\nx")).isEqualTo(new Other());
    }

    @Test
    void a_reason_is_bounded() {
        assertThat(notified(recipient("failed", "5.1.1", "x".repeat(5_000))))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).hasSize(500));
    }
}
