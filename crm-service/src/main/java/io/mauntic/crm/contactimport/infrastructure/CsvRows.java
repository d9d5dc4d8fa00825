package io.mauntic.crm.contactimport.infrastructure;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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

    private static final int LARGEST_CELL = 256 * 1024;
    private static final int LARGEST_ROW = 1024 * 1024;
    private static final String BROKEN =
            "The quotes of this row do not match: one is opened and not closed within %,d characters, or text follows a closing one."
                    .formatted(LARGEST_CELL);
    private static final String TOO_LONG =
            "This row is too long: a value may have %,d characters, a row %,d."
                    .formatted(LARGEST_CELL, LARGEST_ROW);
    private static final int SHOWN = 1_000;
    // Each one costs reading the file up to it once more.
    private static final int MOST_BROKEN = 1_000;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final Path file;
    private final char separator;
    private CsvReader<CsvRecord> reader;
    private CloseableIterator<CsvRecord> records;
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
        LineHead head = LineHead.of(file, line, SHOWN, LARGEST_CELL + 1);
        open();
        return new CsvRow(
                line,
                List.of(head.text()),
                Optional.of(head.length() > LARGEST_CELL ? TOO_LONG : BROKEN));
    }

    private void open() {
        var builder =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LARGEST_CELL);
        CsvRecordHandler limits =
                CsvRecordHandler.of(
                        row -> row.maxRecordSize(LARGEST_ROW).maxFieldSize(LARGEST_CELL));
        try {
            // Not skipLines: it fails at a line longer than the buffer.
            reader =
                    nextLine == 1
                            ? builder.detectBomHeader(true)
                                    .build(
                                            limits,
                                            Files.newInputStream(file),
                                            StandardCharsets.UTF_8)
                            : builder.build(limits, LineHead.at(file, nextLine));
            records = reader.iterator();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
