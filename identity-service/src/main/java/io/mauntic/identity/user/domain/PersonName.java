package io.mauntic.identity.user.domain;

import io.mauntic.kernel.InvalidValues;
import java.util.regex.Pattern;

/**
 * What a person is called, in one piece: people's names do not split the same way everywhere.
 *
 * @param value trimmed, 1 to 200 characters, none of those that Keycloak refuses in a name
 */
public record PersonName(String value) {

    private static final int LONGEST = 200;
    private static final Pattern REFUSED =
            Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]");

    /** As somebody typed it. What is stored has been here and is not asked again. */
    public static PersonName typed(String text) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty()) {
            throw new InvalidValues("name", "Enter a name.");
        }
        if (value.length() > LONGEST || REFUSED.matcher(value).find()) {
            throw new InvalidValues(
                    "name",
                    "Enter a name of at most 200 characters, without signs such as < > & \" ( ) or /.");
        }
        return new PersonName(value);
    }

    /** All but the last word. */
    public String first() {
        int space = value.lastIndexOf(' ');
        return space < 0 ? value : value.substring(0, space).strip();
    }

    /** The last word, empty if it is the only one. */
    public String last() {
        int space = value.lastIndexOf(' ');
        return space < 0 ? "" : value.substring(space + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
