package io.mauntic.crm.contactimport.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        for (long passed = 1; passed < line; passed++) {
            passLine(in);
        }
        return in;
    }

    private static void passLine(BufferedReader in) throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n' && next != '\r') {
            next = in.read();
        }
        if (next == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
    }
}
