package io.mauntic.crm.consent.history;

import io.mauntic.crm.text.PlainText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a consent is about, so that two spellings of it are one: lower case, single spaces.
 *
 * @param text at most {@value #LONGEST} characters; empty for everything on the channel
 */
public record Topic(String text) {

    static final int LONGEST = 100;
    public static final Topic EVERYTHING = new Topic("");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    static Topic of(String typed) {
        String cleaned = PlainText.clean(typed);
        if (cleaned == null) {
            return EVERYTHING;
        }
        String composed = Normalizer.normalize(cleaned, Normalizer.Form.NFC);
        return new Topic(SPACE.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    boolean isEverything() {
        return text.isEmpty();
    }

    boolean isTooLong() {
        return text.length() > LONGEST;
    }

    /** As contract and events say it: null for everything. */
    String told() {
        return isEverything() ? null : text;
    }
}
