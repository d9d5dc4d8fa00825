package io.mauntic.messaging.tracking;

/**
 * A link of a mail.
 *
 * @param linkId its row in {@code link}
 */
public record TrackedLink(TrackedMail mail, long linkId) {}
