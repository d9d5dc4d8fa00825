package io.mauntic.integrations.webhook.interfaces.ui;

import io.quarkus.qute.TemplateExtension;

/** Texts that templates need and the domain does not. */
@TemplateExtension
final class PageWords {

    private static final int SHORT = 80;

    private PageWords() {}

    /** The beginning of a text, for a table. */
    static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }
}
