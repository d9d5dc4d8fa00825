package io.mauntic.messaging.bounce;

/** What a mail that came to a bounce address says of the mail that it answers. */
sealed interface ReturnedMail {

    /**
     * It was given up.
     *
     * @param hard the mailbox takes no mail at all
     */
    record Failed(boolean hard, String reason) implements ReturnedMail {}

    /** It is still tried. */
    record Delayed(String reason) implements ReturnedMail {}

    /** An automatic reply, a receipt, or nothing that we understand. */
    record Other() implements ReturnedMail {}
}
