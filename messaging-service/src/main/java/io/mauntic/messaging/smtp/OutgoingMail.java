package io.mauntic.messaging.smtp;

/**
 * One message to one recipient.
 *
 * @param deliveryId names it to the {@link Handover}
 * @param sender envelope address
 * @param recipient envelope address
 * @param content a complete message, ASCII, lines ended by CR LF
 */
public record OutgoingMail(long deliveryId, String sender, String recipient, String content) {

    public OutgoingMail {
        refuseControlCharacters(sender);
        refuseControlCharacters(recipient);
    }

    OutgoingMail withContent(String other) {
        return new OutgoingMail(deliveryId, sender, recipient, other);
    }

    private static void refuseControlCharacters(String address) {
        if (address.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 0x7F)) {
            throw new IllegalArgumentException(
                    "An envelope address holds no spaces, brackets or control characters");
        }
    }
}
