package io.mauntic.crm.contactimport.application;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Where uploaded files wait for their import, under keys that tell nothing. The methods block: they
 * belong on a worker thread.
 */
public interface ImportFiles {

    void store(UUID key, Path file);

    /** Copies a file to this machine. */
    void fetch(UUID key, Path to);

    /** Removes a file; one that is gone already is no error. */
    void remove(UUID key);
}
