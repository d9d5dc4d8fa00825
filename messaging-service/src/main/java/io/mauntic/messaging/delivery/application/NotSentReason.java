package io.mauntic.messaging.delivery.application;

/** Why a mail that was asked for is not sent. */
public enum NotSentReason {
    DO_NOT_CONTACT("do-not-contact"),
    NO_ADDRESS("no-address"),
    /** The email is gone, cannot be put together for this contact, or its sender is refused. */
    REFUSED("refused"),
    UNKNOWN_CONTACT("unknown-contact");

    private final String text;

    NotSentReason(String text) {
        this.text = text;
    }

    /** As events say it. */
    public String text() {
        return text;
    }
}
