package io.mauntic.kit.organization;

import java.util.Objects;

/**
 * How what an organization shows to others looks.
 *
 * @param primaryColor of buttons and links, {@code #rrggbb}; so are the next two
 * @param font the key of one that every reader has, such as {@code sans}
 */
public record Brand(String primaryColor, String textColor, String backgroundColor, String font) {

    public static final Brand DEFAULT = new Brand(null, null, null, null);

    /** What is missing has its default. */
    public Brand {
        primaryColor = Objects.requireNonNullElse(primaryColor, "#0059a9");
        textColor = Objects.requireNonNullElse(textColor, "#1d273b");
        backgroundColor = Objects.requireNonNullElse(backgroundColor, "#ffffff");
        font = Objects.requireNonNullElse(font, "sans");
    }
}
