package io.mauntic.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: trimmed, in lower case, at most 254 characters (RFC 5321,
 * section 4.5.3.1.3). Accepts what mailbox providers accept, not all that RFC 5322 allows: no
 * quoted local parts, no comments, no address literals.
 *
 * @param value the address as it is stored and compared
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[a-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{N}-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{N}-]++)*+"
                            + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an email address");
        }
    }

    /** The address in a text that may hold none. */
    public static Optional<EmailAddress> parse(String text) {
        try {
            return Optional.ofNullable(text).map(EmailAddress::new);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isValid(String candidate) {
        return candidate.length() <= LONGEST
                && candidate.indexOf('@') <= LONGEST_LOCAL_PART
                && SHAPE.matcher(candidate).matches();
    }
}
