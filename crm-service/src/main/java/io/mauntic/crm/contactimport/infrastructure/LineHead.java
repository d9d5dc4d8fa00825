package io.mauntic.crm.contactimport.infrastructure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a line of a file begins; it takes the same memory for a line of any length.
 *
 * @param text its first characters
 * @param length how many characters it has, counted to a limit
 */
record LineHead(String text, int length) {

    private static final int BUFFER = 64 * 1024;

    /**
     * Reads it.
     *
     * @param line from 1; one that is not there is empty
     */
    static LineHead of(Path file, long line, int shown, int counted) {
        try (Reader in = at(file, line)) {
            StringBuilder text = new StringBuilder();
            int length = 0;
            for (int next = in.read();
                    next >= 0 && next != '\n' && next != '\r' && length < counted;
                    next = in.read()) {
                if (length++ < shown) {
                    text.append((char) next);
                }
            }
            return new LineHead(text.toString(), length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file from the beginning of a line on; what is no UTF-8 comes as replacements. */
    static Reader at(Path file, long line) throws IOException {
        PushbackReader in =
                new PushbackReader(
                        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8),
                        BUFFER);
        char[] chars = new char[BUFFER];
        long passed = 1;
        boolean returned = false;
        int read = 0;
        while (passed < line && read >= 0) {
            read = in.read(chars);
            int next = 0;
            while (next < read && passed < line) {
                char character = chars[next++];
                if (character == '\r' || (character == '\n' && !returned)) {
                    passed++;
                }
                returned = character == '\r';
            }
            if (next < read) {
                in.unread(chars, next, read - next);
            }
        }
        return returned ? withoutLineFeed(in) : in;
    }

    /** The second half of the line break that has just been passed. */
    private static Reader withoutLineFeed(PushbackReader in) throws IOException {
        int next = in.read();
        if (next >= 0 && next != '\n') {
            in.unread(next);
        }
        return in;
    }
}
