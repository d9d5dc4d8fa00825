package io.mauntic.content.visit.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the tracking script calls a browser: random, and nobody's name.
 *
 * @param value 16 to 64 letters, digits, hyphens and underscores
 */
public record VisitorId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    public VisitorId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a visitor's id");
        }
    }

    /** The id in a text from outside, if it is one. */
    public static Optional<VisitorId> parse(String text) {
        return text != null && SHAPE.matcher(text).matches()
                ? Optional.of(new VisitorId(text))
                : Optional.empty();
    }
}
