package io.mauntic.crm.savedview.domain;

import io.mauntic.kernel.InvalidValues;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a list of contacts can show beside the name. */
public enum ViewColumn {
    EMAIL("email"),
    PHONE("phone"),
    COMPANY("company"),
    POSITION("position"),
    CITY("city"),
    COUNTRY("country"),
    STAGE("stage"),
    POINTS("points"),
    CREATED("createdAt"),
    UPDATED("updatedAt");

    private static final List<ViewColumn> USUAL = List.of(EMAIL, COMPANY, STAGE, POINTS, CREATED);
    // What the list is ordered by needs an index; these have none.
    private static final Set<ViewColumn> UNSORTED =
            Set.of(EMAIL, PHONE, POSITION, CITY, COUNTRY, STAGE);

    private final String key;

    ViewColumn(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public boolean sortable() {
        return !UNSORTED.contains(this);
    }

    /** The columns of these names in their own order, the usual ones when none is named. */
    public static List<ViewColumn> shown(List<String> keys) {
        List<ViewColumn> named =
                Stream.of(values()).filter(column -> keys.contains(column.key)).toList();
        return named.isEmpty() ? USUAL : named;
    }

    static List<String> known(List<String> keys) {
        List<String> all = Stream.of(values()).map(ViewColumn::key).toList();
        if (!all.containsAll(keys)) {
            throw new InvalidValues("columns", "Columns are " + String.join(", ", all) + ".");
        }
        return all.stream().filter(keys::contains).toList();
    }

    static boolean isOrder(String key) {
        return key.equals("firstname")
                || key.equals("lastname")
                || Stream.of(values())
                        .filter(ViewColumn::sortable)
                        .anyMatch(column -> column.key.equals(key));
    }
}
