package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.CsvFormat;
import io.mauntic.crm.contactimport.application.CsvHead;
import io.mauntic.crm.contactimport.application.NoCsv;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows a CSV by its first bytes. */
@ApplicationScoped
class SniffedFormat implements CsvFormat {

    private static final int HEAD = 64 * 1024;
    private static final int MOST_COLUMNS = 200;
    private static final int SHOWN_ROWS = 5;
    private static final int LONGEST_HEADER = 200;
    private static final String SAVE_AS_CSV = " Save the sheet as “CSV UTF-8” and try again.";

    private static final Map<String, String> OTHERS =
            Map.of(
                    "PK\u0003\u0004", "This is a spreadsheet or an archive, not a CSV.",
                    "\u00D0\u00CF\u0011\u00E0", "This is an Excel file, not a CSV.",
                    "%PDF", "This is a PDF, not a CSV.",
                    "\u001F\u008B", "This is a compressed file, not a CSV.",
                    "\u0089PNG", "This is a picture, not a CSV.",
                    "\u00FF\u00D8\u00FF", "This is a picture, not a CSV.",
                    "\u00FF\u00FE", "This file is in UTF-16.",
                    "\u00FE\u00FF", "This file is in UTF-16.");

    @Override
    public CsvHead look(Path file) {
        String head = text(bytes(file));
        char separator = separator(head);
        try (CsvRows rows = new CsvRows(file, separator)) {
            CsvRow headers =
                    rows.next()
                            .filter(row -> row.problem().isEmpty())
                            .orElseThrow(
                                    () ->
                                            new NoCsv(
                                                    "The first line holds no headers."
                                                            + SAVE_AS_CSV));
            return new CsvHead(separator, headers(headers.cells()), firstRows(rows));
        } catch (UnreadableFile unreadable) {
            throw new NoCsv(unreadable.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(byte[] head) {
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        if (raw.isBlank()) {
            throw new NoCsv("The file is empty.");
        }
        OTHERS.forEach(
                (magic, what) -> {
                    if (raw.startsWith(magic)) {
                        throw new NoCsv(what + SAVE_AS_CSV);
                    }
                });
        if (raw.indexOf('\0') >= 0) {
            throw new NoCsv("This is not a text file." + SAVE_AS_CSV);
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(head.length);
        // Not the end of the input: a character may be cut in two at the end of the head.
        if (utf8.decode(ByteBuffer.wrap(head), text, head.length < HEAD).isError()) {
            throw new NoCsv(
                    "The file is not in UTF-8, so names would come out wrong." + SAVE_AS_CSV);
        }
        return text.flip().toString().replaceFirst("^\uFEFF", "");
    }

    private static char separator(String head) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0;
                i < head.length() && (quoted || (head.charAt(i) != '\n' && head.charAt(i) != '\r'));
                i++) {
            switch (head.charAt(i)) {
                case '"' -> quoted = !quoted;
                case ',' -> commas += quoted ? 0 : 1;
                case ';' -> semicolons += quoted ? 0 : 1;
                case '\t' -> tabs += quoted ? 0 : 1;
                default -> {}
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static List<String> headers(List<String> cells) {
        if (cells.size() > MOST_COLUMNS) {
            throw new NoCsv("The file has more than %d columns.".formatted(MOST_COLUMNS));
        }
        List<String> headers = cells.stream().map(cell -> cell.replace("\0", "").strip()).toList();
        if (headers.stream().allMatch(String::isEmpty)
                || headers.stream().anyMatch(header -> header.length() > LONGEST_HEADER)) {
            throw new NoCsv("The first line must name the columns, such as “First name, Email”.");
        }
        return headers;
    }

    private static List<List<String>> firstRows(CsvRows rows) {
        List<List<String>> first = new ArrayList<>();
        Optional<CsvRow> row = rows.next();
        while (row.isPresent() && first.size() < SHOWN_ROWS) {
            row.filter(read -> read.problem().isEmpty()).ifPresent(read -> first.add(read.cells()));
            row = rows.next();
        }
        return first;
    }
}
