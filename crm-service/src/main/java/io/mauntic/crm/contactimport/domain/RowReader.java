package io.mauntic.crm.contactimport.domain;

import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contactimport.domain.ImportedRow.Empty;
import io.mauntic.crm.contactimport.domain.ImportedRow.Ready;
import io.mauntic.crm.contactimport.domain.ImportedRow.Rejected;
import io.mauntic.kernel.InvalidValues;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes contacts of rows. */
public final class RowReader {

    private static final Pattern BETWEEN_TAGS = Pattern.compile("\\|");
    private static final char UNREADABLE = '\uFFFD';

    private final List<Column> columns;
    private final Map<String, Integer> own = new TreeMap<>();
    private final Map<String, Integer> custom = new TreeMap<>();

    public RowReader(ColumnMapping mapping) {
        this.columns = mapping.columns();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            columns.get(i)
                    .field()
                    .ifPresent(
                            field ->
                                    field.customKey()
                                            .ifPresentOrElse(
                                                    key -> custom.put(key, index),
                                                    () -> own.put(field.name(), index)));
        }
    }

    public ImportedRow read(long line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return new Empty();
        }
        if (cells.stream().anyMatch(cell -> cell.indexOf(UNREADABLE) >= 0)) {
            return new Rejected(
                    line, "This row is not in UTF-8. Save the file as CSV UTF-8.", cells);
        }
        if (cells.size() > columns.size()
                && !cells.subList(columns.size(), cells.size()).stream()
                        .allMatch(String::isBlank)) {
            return new Rejected(
                    line,
                    "This row has %d values, but the file has %d columns. A value that holds the separator must stand in quotes."
                            .formatted(cells.size(), columns.size()),
                    cells);
        }
        if (cell("email", cells) == null) {
            return new Rejected(line, "The email address is missing.", cells);
        }
        try {
            return new Ready(line, contact(cells));
        } catch (InvalidValues invalid) {
            return new Rejected(line, invalid.getMessage(), cells);
        }
    }

    private ContactDetails contact(List<String> cells) {
        return new ContactDetails(
                        cell("firstname", cells),
                        cell("lastname", cells),
                        cell("email", cells),
                        cell("phone", cells),
                        cell("company", cells),
                        cell("position", cells),
                        cell("country", cells),
                        cell("city", cells),
                        points(cell("points", cells)),
                        cell("stage", cells),
                        tags(cell("tags", cells)),
                        fields(cells))
                .checked();
    }

    private static int points(String cell) {
        try {
            return cell == null ? 0 : Integer.parseInt(cell.strip());
        } catch (NumberFormatException _) {
            throw new InvalidValues("points", "Points are a whole number, such as 10.");
        }
    }

    private static SortedSet<String> tags(String cell) {
        SortedSet<String> tags = new TreeSet<>();
        if (cell != null) {
            Collections.addAll(tags, BETWEEN_TAGS.split(cell));
        }
        return tags;
    }

    private TreeMap<String, Object> fields(List<String> cells) {
        TreeMap<String, Object> fields = new TreeMap<>();
        custom.forEach(
                (key, index) -> {
                    if (index < cells.size() && !cells.get(index).isBlank()) {
                        fields.put(key, cells.get(index));
                    }
                });
        return fields;
    }

    private String cell(String field, List<String> cells) {
        Integer index = own.get(field);
        return index == null || index >= cells.size() || cells.get(index).isBlank()
                ? null
                : cells.get(index);
    }
}
