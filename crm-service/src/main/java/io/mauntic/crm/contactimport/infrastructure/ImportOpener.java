package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.ImportFiles;
import io.mauntic.crm.contactimport.domain.ColumnMapping;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Brings the file of an import to this machine and opens it where the import stands. */
@ApplicationScoped
class ImportOpener {

    private static final String FIND =
            "select file_key, separator, columns, processed from contact_import where id = $1";
    private static final String KEY = "select file_key from contact_import where id = $1";

    private final Sql sql;
    private final ImportFiles files;

    ImportOpener(Sql sql, ImportFiles files) {
        this.sql = sql;
        this.files = files;
    }

    record ImportFile(UUID key, char separator, ColumnMapping mapping, long processed) {}

    /** Inside a unit of work. */
    Uni<ImportFile> find(ImportId id) {
        return sql.first(
                        FIND,
                        row ->
                                new ImportFile(
                                        row.getUUID("file_key"),
                                        row.getString("separator").charAt(0),
                                        new ColumnMapping(
                                                StoredColumns.columns(row.getJsonArray("columns"))),
                                        row.getLong("processed")),
                        id.value())
                .map(found -> found.orElseThrow(() -> new NotFound("import", id)));
    }

    /** Inside a unit of work. */
    Uni<UUID> fileKey(ImportId id) {
        return sql.first(KEY, row -> row.getUUID("file_key"), id.value())
                .map(found -> found.orElseThrow(() -> new NotFound("import", id)));
    }

    /** Blocks. */
    ImportRun open(ImportFile file, Executor workers) {
        try {
            Path local = Files.createTempFile("mauntic-import-", ".csv");
            Files.delete(local);
            try {
                files.fetch(file.key(), local);
                return new ImportRun(
                        local, file.separator(), file.mapping(), file.processed(), workers);
            } catch (RuntimeException unopened) {
                Files.deleteIfExists(local);
                throw unopened;
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
