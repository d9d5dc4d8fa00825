package io.mauntic.crm.contactimport.infrastructure;

import java.util.List;
import java.util.Optional;

/**
 * A row of a file, read or not.
 *
 * @param line where it begins, from 1
 * @param problem why it could not be read
 */
record CsvRow(long line, List<String> cells, Optional<String> problem) {

    long characters() {
        return cells.stream().mapToLong(String::length).sum();
    }
}
