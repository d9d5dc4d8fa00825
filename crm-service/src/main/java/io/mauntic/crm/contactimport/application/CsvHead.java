package io.mauntic.crm.contactimport.application;

import java.util.List;

/**
 * How a file begins.
 *
 * @param headers its columns, at least one
 * @param firstRows a few rows, to show them to a person
 */
public record CsvHead(char separator, List<String> headers, List<List<String>> firstRows) {}
