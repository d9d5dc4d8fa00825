package io.mauntic.crm.contactimport.application;

import java.nio.file.Path;

/** Finds out whether a file is a CSV, and which one. Blocks: it belongs on a worker thread. */
public interface CsvFormat {

    /**
     * @throws NoCsv when it is something else
     */
    CsvHead look(Path file);
}
