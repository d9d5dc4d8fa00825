package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.domain.Chunk;
import io.mauntic.crm.contactimport.domain.ColumnMapping;
import io.mauntic.crm.contactimport.domain.ImportedRow;
import io.mauntic.crm.contactimport.domain.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is being imported, open on this machine at the place which the import has reached.
 * Its methods block.
 */
final class ImportRun implements AutoCloseable {

    static final int ROWS = 5_000;

    private final Path file;
    private final RowReader reader;
    private final CsvRows rows;
    private final long total;
    private long position;
    private boolean atEnd;

    /**
     * Opens a fetched file, counts its rows and goes to the place where the import stopped; reading
     * is far quicker than loading.
     */
    ImportRun(Path file, char separator, ColumnMapping mapping, long position) {
        this.file = file;
        this.reader = new RowReader(mapping);
        this.total = count(file, separator);
        this.rows = new CsvRows(file, separator);
        rows.next();
        while (this.position < position && rows.next().isPresent()) {
            this.position++;
        }
    }

    long total() {
        return total;
    }

    /** How many rows were handed out. */
    long position() {
        return position;
    }

    boolean atEnd() {
        return atEnd;
    }

    Chunk next() {
        Chunk chunk = new Chunk();
        while (chunk.rows() < ROWS && !atEnd) {
            Optional<CsvRow> row = rows.next();
            row.ifPresentOrElse(read -> chunk.add(imported(read)), () -> atEnd = true);
        }
        position += chunk.rows();
        return chunk;
    }

    @Override
    public void close() {
        rows.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeleted) {
            throw new UncheckedIOException(undeleted);
        }
    }

    private ImportedRow imported(CsvRow row) {
        return row.problem()
                .<ImportedRow>map(
                        problem -> new ImportedRow.Rejected(row.line(), problem, row.cells()))
                .orElseGet(() -> reader.read(row.line(), row.cells()));
    }

    private static long count(Path file, char separator) {
        try (CsvRows rows = new CsvRows(file, separator)) {
            long found = 0;
            while (rows.next().isPresent()) {
                found++;
            }
            return Math.max(0, found - 1);
        }
    }
}
