package io.mauntic.messaging.delivery.application;

import io.mauntic.messaging.smtp.MailOutcome;
import java.time.Duration;

/** How one delivery ended, or goes on. */
public sealed interface Result {

    long deliveryId();

    /** It ended. */
    sealed interface Final extends Result {}

    record Sent(long deliveryId, String subject, String address) implements Final {}

    record Bounced(long deliveryId, boolean hard, String reason, String subject, String address)
            implements Final {}

    record NotSent(long deliveryId, NotSentReason reason) implements Final {}

    /** The final dot was written by a process that is gone, or this process lost it from sight. */
    record Settled(long deliveryId) implements Final {}

    /**
     * It is tried again.
     *
     * @param attempted counts towards giving up
     */
    record Postponed(long deliveryId, Duration delay, boolean attempted) implements Result {}

    /** Another instance has it. */
    record Left(long deliveryId) implements Result {}

    /** The outcome of a conversation, given how often the delivery has failed before. */
    static Result of(
            long deliveryId,
            MailOutcome outcome,
            int failures,
            RetryPolicy retries,
            String subject,
            String address) {
        return switch (outcome) {
            case MailOutcome.Taken _, MailOutcome.Unanswered _ ->
                    new Sent(deliveryId, subject, address);
            case MailOutcome.Refused(MailOutcome.Subject what, String answer) ->
                    what == MailOutcome.Subject.SENDER
                            ? new NotSent(deliveryId, NotSentReason.REFUSED)
                            : new Bounced(
                                    deliveryId,
                                    what == MailOutcome.Subject.RECIPIENT,
                                    answer,
                                    subject,
                                    address);
            case MailOutcome.Withdrawn _ -> new Left(deliveryId);
            case MailOutcome.Postponed(String answer, boolean attempted) ->
                    attempted && retries.isExhausted(failures + 1)
                            ? new Bounced(deliveryId, false, answer, subject, address)
                            : new Postponed(
                                    deliveryId,
                                    attempted
                                            ? retries.delayAfter(failures + 1)
                                            : RetryPolicy.NO_SERVER,
                                    attempted);
        };
    }
}
