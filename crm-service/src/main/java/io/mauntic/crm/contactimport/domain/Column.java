package io.mauntic.crm.contactimport.domain;

import java.util.Optional;

/**
 * A column of the file.
 *
 * @param field what it becomes; empty when it is left out
 */
public record Column(String header, Optional<ImportField> field) {}
