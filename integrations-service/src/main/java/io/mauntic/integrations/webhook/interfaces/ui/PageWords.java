package io.mauntic.integrations.webhook.interfaces.ui;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** Texts that templates need and the domain does not. */
@TemplateExtension
final class PageWords {

    private static final int SHORT = 80;

    private PageWords() {}

    /** The beginning of a text, for a table. */
    static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    /** An event's type as words: {@code EmailNotSent} is "Email not sent". */
    static String asWords(String type) {
        String words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.isEmpty()
                ? words
                : words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
