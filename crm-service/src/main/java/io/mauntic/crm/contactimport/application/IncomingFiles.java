package io.mauntic.crm.contactimport.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Looks at uploaded files and keeps those that can be imported. Blocks: it belongs on a worker
 * thread.
 */
@ApplicationScoped
class IncomingFiles {

    private static final int LONGEST_NAME = 200;

    private final ImportFiles files;
    private final CsvFormat format;
    private final ImportConfig config;

    IncomingFiles(ImportFiles files, CsvFormat format, ImportConfig config) {
        this.files = files;
        this.format = format;
        this.config = config;
    }

    /**
     * @throws NoCsv or FileTooLarge
     */
    CsvHead look(Path file) {
        if (size(file) > config.mostBytes()) {
            throw new FileTooLarge(config.mostBytes());
        }
        return format.look(file);
    }

    /** Answers the key under which the file is kept. */
    UUID keep(Path file) {
        UUID key = UUID.randomUUID();
        files.store(key, file);
        return key;
    }

    void remove(UUID key) {
        files.remove(key);
    }

    /** The name of a file as it is shown: never a path. */
    static String displayed(String fileName) {
        String name =
                fileName == null
                        ? ""
                        : fileName.substring(
                                Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'))
                                        + 1);
        String shown = name.replaceAll("\\p{Cntrl}", "").strip();
        return shown.isEmpty()
                ? "contacts.csv"
                : shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
