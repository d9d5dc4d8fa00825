package io.mauntic.messaging.smtp;

/** What became of a mail in one conversation with the mail server. */
public sealed interface MailOutcome {

    /** The mail server answers for it from now on. */
    record Taken() implements MailOutcome {}

    /**
     * The connection was lost after the final dot, before the answer: it may have been taken, so it
     * must not be sent again.
     */
    record Unanswered() implements MailOutcome {}

    /**
     * Refused for good (5xx).
     *
     * @param subject what it was that the server did not want
     * @param answer the server's own words
     */
    record Refused(Subject subject, String answer) implements MailOutcome {}

    /** What a server refuses. */
    enum Subject {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    /**
     * Nothing was taken, and a later attempt may succeed.
     *
     * @param answer the server's own words, or ours when there was no conversation
     * @param attempted false when the mail itself was not what failed: no server, no connection
     */
    record Postponed(String answer, boolean attempted) implements MailOutcome {}

    /** Another instance has it; nothing was taken here. */
    record Withdrawn() implements MailOutcome {}
}
