package io.mauntic.crm.text;

import java.util.regex.Pattern;

/**
 * Text from outside as the database can hold it: PostgreSQL stores no NUL and no half of a
 * surrogate pair, and no other control character belongs into a name.
 */
public final class PlainText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private PlainText() {}

    /** Without control characters, broken pairs and outer space; null when nothing is left. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String cleaned = CONTROL.matcher(text).replaceAll("").strip();
        return cleaned.isEmpty() ? null : cleaned;
    }
}
