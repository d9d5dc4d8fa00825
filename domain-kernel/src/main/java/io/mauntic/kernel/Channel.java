package io.mauntic.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way to write to a person. Consent and suppression hold on one channel each. */
public enum Channel {
    EMAIL,
    SMS,
    PUSH;

    /** As contracts, events and tables say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that name; empty for a text that names none we know. */
    public static Optional<Channel> parse(String text) {
        return Arrays.stream(values()).filter(channel -> channel.text().equals(text)).findFirst();
    }
}
