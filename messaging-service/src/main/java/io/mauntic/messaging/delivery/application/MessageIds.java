package io.mauntic.messaging.delivery.application;

import io.mauntic.kernel.DeliveryId;
import io.mauntic.messaging.tracking.TrackedMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID of a delivery: the same at each attempt, so that mailbox providers recognize a
 * mail that reaches them twice.
 */
@ApplicationScoped
public class MessageIds {

    private static final Pattern OURS =
            Pattern.compile("<?delivery\\.(\\d{1,18})\\.(\\d{1,18})@[^>\\s]+>?");

    /** Without its angle brackets. */
    public String of(TrackedMail mail, String fromAddress) {
        return "delivery."
                + mail.organization()
                + "."
                + mail.delivery()
                + "@"
                + fromAddress.substring(fromAddress.indexOf('@') + 1);
    }

    /** The delivery that a Message-ID names; empty for one that is not ours. */
    public Optional<DeliveryId> delivery(String messageId) {
        Matcher parts = OURS.matcher(messageId.strip());
        return parts.matches() && Long.parseLong(parts.group(2)) > 0
                ? Optional.of(new DeliveryId(Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
