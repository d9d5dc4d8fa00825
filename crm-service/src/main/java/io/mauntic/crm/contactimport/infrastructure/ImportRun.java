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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * A file that is being imported, open on this machine at the place which the import has reached.
 * While the database loads a chunk, the next one is read. Its methods block.
 */
final class ImportRun implements AutoCloseable {

    static final int ROWS = 5_000;
    static final long CHARACTERS = 4_000_000;

    private final Path file;
    private final RowReader reader;
    private final CsvRows rows;
    private final Executor workers;
    private final long total;
    private CompletableFuture<Piece> ahead;
    private boolean closed;

    /**
     * A chunk and its place. It ends at {@link #ROWS} rows, or with the row that brings it to
     * {@link #CHARACTERS}: long rows must not need more memory than short ones.
     *
     * @param before how many rows stand before it
     * @param last whether the file ends with it
     */
    record Piece(Chunk chunk, long before, boolean last) {}

    /**
     * Opens a fetched file, counts its rows and goes to the place where the import stopped; reading
     * is far quicker than loading.
     */
    ImportRun(Path file, char separator, ColumnMapping mapping, long position, Executor workers) {
        this.file = file;
        this.workers = workers;
        this.reader = new RowReader(mapping);
        this.total = count(file, separator);
        this.rows = new CsvRows(file, separator);
        rows.next();
        long skipped = 0;
        while (skipped < position && rows.next().isPresent()) {
            skipped++;
        }
        this.ahead = CompletableFuture.completedFuture(read(skipped));
    }

    long total() {
        return total;
    }

    /** The next chunk; after the last one it is not called again. */
    synchronized Piece next() {
        try {
            Piece piece = ahead.join();
            if (!piece.last()) {
                ahead =
                        CompletableFuture.supplyAsync(
                                () -> read(piece.before() + piece.chunk().rows()), workers);
            }
            return piece;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        synchronized (rows) {
            closed = true;
            rows.close();
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeleted) {
            throw new UncheckedIOException(undeleted);
        }
    }

    private Piece read(long before) {
        synchronized (rows) {
            Chunk chunk = new Chunk();
            long characters = 0;
            boolean last = closed;
            while (chunk.rows() < ROWS && characters < CHARACTERS && !last) {
                Optional<CsvRow> row = rows.next();
                row.map(this::imported).ifPresent(chunk::add);
                characters += row.map(CsvRow::characters).orElse(0L);
                last = row.isEmpty();
            }
            return new Piece(chunk, before, last);
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
