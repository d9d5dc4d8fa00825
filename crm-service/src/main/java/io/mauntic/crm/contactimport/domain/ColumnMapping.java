package io.mauntic.crm.contactimport.domain;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of each column, in the order of the file. One of them holds the email address. */
public record ColumnMapping(List<Column> columns) {

    private static final int LONGEST_NAME = 60;

    /**
     * @throws InvalidValues when no column holds the address, or two become the same
     */
    public ColumnMapping {
        columns = List.copyOf(columns);
        List<Violation> violations = new ArrayList<>();
        Set<ImportField> taken = new HashSet<>();
        for (Column column : columns) {
            if (column.field().isPresent() && !taken.add(column.field().get())) {
                violations.add(
                        new Violation(
                                "mapping",
                                "Two columns become “%s”: leave one of them out."
                                        .formatted(column.field().get().name())));
            }
        }
        if (!taken.contains(ImportField.EMAIL)) {
            violations.add(
                    new Violation(
                            "mapping",
                            "No column holds the email address. Contacts are matched by it, so one column must become “email”. The columns are: %s."
                                    .formatted(headers(columns))));
        }
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }

    /**
     * What a person would expect from the headers: known words become fields, all others custom
     * fields, so that nothing is lost.
     */
    public static List<Column> guess(List<String> headers) {
        Set<String> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (String header : headers) {
            Optional<String> field =
                    ImportField.of(header.strip())
                            .map(ImportField::name)
                            .or(() -> HeaderWords.field(header))
                            .filter(name -> !taken.contains(name))
                            .or(() -> custom(header, taken));
            field.ifPresent(taken::add);
            columns.add(new Column(header, field.map(ImportField::new)));
        }
        return columns;
    }

    /**
     * Only what a person said: other columns are left out.
     *
     * @param wanted field by header; empty or null leaves the column out
     * @throws InvalidValues naming headers and fields that there are not
     */
    public static List<Column> chosen(List<String> headers, Map<String, String> wanted) {
        List<Violation> violations = new ArrayList<>();
        wanted.forEach(
                (header, field) -> {
                    if (!headers.contains(header)) {
                        violations.add(
                                new Violation(
                                        "mapping",
                                        "The file has no column “%s”."
                                                .formatted(shortened(header))));
                    } else if (field != null
                            && !field.isBlank()
                            && ImportField.of(field).isEmpty()) {
                        violations.add(
                                new Violation(
                                        "mapping",
                                        "A contact has no field “%s”. Use one of %s, or fields.<name>."
                                                .formatted(
                                                        shortened(field),
                                                        String.join(", ", ImportField.OWN))));
                    }
                });
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
        return headers.stream()
                .map(
                        header ->
                                new Column(
                                        header,
                                        Optional.ofNullable(wanted.get(header))
                                                .filter(field -> !field.isBlank())
                                                .map(ImportField::new)))
                .toList();
    }

    /**
     * The name under {@code fields} that a header becomes; empty when there is nothing to make a
     * name of.
     */
    public static String customName(String header) {
        if (HeaderWords.noData(header)) {
            return "";
        }
        String name = HeaderWords.words(header).replace(' ', '_');
        String begun = Character.isDigit(name.charAt(0)) ? "field_" + name : name;
        return begun.length() <= LONGEST_NAME ? begun : begun.substring(0, LONGEST_NAME);
    }

    private static Optional<String> custom(String header, Set<String> taken) {
        return Optional.of(customName(header))
                .filter(key -> !key.isEmpty())
                .map(key -> ImportField.custom(key).name())
                .filter(field -> !taken.contains(field));
    }

    private static String headers(List<Column> columns) {
        return shortened(String.join(", ", columns.stream().map(Column::header).toList()));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
