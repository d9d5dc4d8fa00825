package io.mauntic.kernel;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A way to write to a person. Consent and suppression hold on one channel each. */
public enum Channel {
    EMAIL,
    SMS,
    PUSH;

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().\\-/]+");
    // E.164: at most 15 digits; short codes have three.
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");

    /** As contracts, events and tables say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that name; empty for a text that names none we know. */
    public static Optional<Channel> parse(String text) {
        return Arrays.stream(values()).filter(channel -> channel.text().equals(text)).findFirst();
    }

    /**
     * The one spelling of an address of this channel, so that two that reach the same person are
     * equal; empty for a text that is no address of it.
     */
    public Optional<String> normalized(String address) {
        if (address == null) {
            return Optional.empty();
        }
        return switch (this) {
            case EMAIL ->
                    EmailAddress.parse(Normalizer.normalize(address, Normalizer.Form.NFC))
                            .map(Channel::withAsciiDomain);
            case SMS -> number(address);
            case PUSH -> Optional.of(address.strip()).filter(token -> !token.isEmpty());
        };
    }

    private static String withAsciiDomain(EmailAddress address) {
        try {
            int domain = address.value().indexOf('@') + 1;
            return address.value().substring(0, domain) + IDN.toASCII(address.domain());
        } catch (IllegalArgumentException notEncodable) {
            return address.value();
        }
    }

    private static Optional<String> number(String address) {
        String dense = BETWEEN_DIGITS.matcher(address).replaceAll("");
        return Optional.of(dense.startsWith("00") ? "+" + dense.substring(2) : dense)
                .filter(number -> NUMBER.matcher(number).matches());
    }
}
