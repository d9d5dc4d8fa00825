package io.mauntic.messaging.template;

import java.util.regex.Pattern;

/** Text as it may stand in HTML, between tags and inside quoted attributes. */
public final class HtmlText {

    private static final Pattern LONE_AMPERSAND =
            Pattern.compile("&(?!(?:[a-zA-Z]{2,31}|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

    private HtmlText() {}

    public static String escape(String text) {
        return brackets(text.replace("&", "&amp;"));
    }

    static String escapeOnce(String text) {
        return brackets(LONE_AMPERSAND.matcher(text).replaceAll("&amp;"));
    }

    private static String brackets(String text) {
        return text.replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
