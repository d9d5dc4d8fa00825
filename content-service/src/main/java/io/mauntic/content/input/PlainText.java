package io.mauntic.content.input;

import java.util.stream.IntStream;

/** Text from outside, without what neither a database nor a page can bear. */
public final class PlainText {

    private PlainText() {}

    /** One line: line breaks and tabs become blanks. */
    public static String line(String text) {
        return clean(text.codePoints().map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c))
                .strip();
    }

    /** Several lines, with line feeds between them. */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n").replace('\r', '\n').codePoints()).strip();
    }

    /** At most so many characters, never half of a surrogate pair. */
    public static String atMost(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    // PostgreSQL stores no NUL, and JSON no half of a surrogate pair; direction overrides disguise
    // what is shown.
    private static String clean(IntStream codePoints) {
        return codePoints
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
