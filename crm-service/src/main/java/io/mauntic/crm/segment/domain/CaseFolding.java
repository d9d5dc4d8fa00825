package io.mauntic.crm.segment.domain;

/**
 * Lower case as PostgreSQL's {@code pg_c_utf8} does it: each character for itself, without regard
 * to language or neighbours. {@link String#toLowerCase} differs for a capital dotted I and a sigma
 * at the end of a word.
 */
public final class CaseFolding {

    private CaseFolding() {}

    public static String fold(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
