package io.mauntic.crm.contactimport.infrastructure;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows of a CSV in UTF-8, the headers first. A quote that is opened and never closed would
 * swallow the rest of the file: its line alone is given up, and reading goes on with the next.
 */
final class CsvRows implements AutoCloseable {

    private static final String BROKEN =
            "The quotes of this row do not match: one is opened and not closed, or text follows a closing one.";
    private static final int LARGEST_CELL = 256 * 1024;
    // Each one costs reading the file up to it once more.
    private static final int MOST_BROKEN = 1_000;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final Path file;
    private final char separator;
    private CsvReader<CsvRecord> reader;
    private CloseableIterator<CsvRecord> records;
    private long skipped;
    private long nextLine = 1;
    private int broken;

    CsvRows(Path file, char separator) {
        this.file = file;
        this.separator = separator;
        open();
    }

    /** The next row; empty at the end of the file. */
    Optional<CsvRow> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord found = records.next();
            List<String> cells = found.getFields();
            long line = nextLine;
            nextLine += 1 + breaks(cells);
            return Optional.of(new CsvRow(line, cells, Optional.empty()));
        } catch (CsvParseException unreadable) {
            return Optional.of(giveUpLine());
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private CsvRow giveUpLine() {
        if (++broken > MOST_BROKEN) {
            throw new UnreadableFile(
                    "More than %,d rows have quotes that do not match; the last one is in line %,d."
                            .formatted(MOST_BROKEN, nextLine));
        }
        close();
        long line = nextLine++;
        skipped = line;
        open();
        return new CsvRow(line, List.of(text(line)), Optional.of(BROKEN));
    }

    private void open() {
        try {
            reader =
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(false)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .detectBomHeader(true)
                            .allowUnclosedQuote(false)
                            .maxBufferSize(LARGEST_CELL)
                            .ofCsvRecord(Files.newInputStream(file), StandardCharsets.UTF_8);
            reader.skipLines(Math.toIntExact(skipped));
            records = reader.iterator();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String text(long line) {
        try (BufferedReader lines = new BufferedReader(Files.newBufferedReader(file))) {
            String text = lines.lines().skip(line - 1).findFirst().orElse("");
            return text.length() <= 1_000 ? text : text.substring(0, 1_000);
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    private static long breaks(List<String> cells) {
        long breaks = 0;
        for (String cell : cells) {
            if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
                breaks += LINE_BREAK.matcher(cell).results().count();
            }
        }
        return breaks;
    }
}
