package io.mauntic.messaging.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Header text beyond ASCII (RFC 2047). The mail library splits characters outside the basic plane,
 * emoji among them, in two.
 */
final class EncodedWords {

    /** 45 bytes become 60 characters; a word may have 75. */
    private static final int LONGEST_BYTES = 45;

    private EncodedWords() {}

    static String encode(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 127)
                && !text.contains("=?")
                && text.length() < 900) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int length = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_BYTES) {
                append(words, word);
                bytes = 0;
            }
            word.appendCodePoint(codePoint);
            bytes += length;
        }
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        words.append(words.isEmpty() ? "" : "\r\n ")
                .append("=?UTF-8?B?")
                .append(
                        Base64.getEncoder()
                                .encodeToString(word.toString().getBytes(StandardCharsets.UTF_8)))
                .append("?=");
        word.setLength(0);
    }
}
