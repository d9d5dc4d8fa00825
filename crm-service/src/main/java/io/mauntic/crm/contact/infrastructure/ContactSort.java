package io.mauntic.crm.contact.infrastructure;

import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.InvalidValues;
import java.util.Locale;
import java.util.Map;

/**
 * How a list of contacts is ordered: only by what an index has in this order. Only these keys
 * exist: none of the caller's text reaches a statement.
 *
 * @param column what to compare; never null, so that a page can begin after any row
 * @param key of the column, as a cursor keeps it
 * @param value the column's, made of the key, which stands for {@code %s}
 */
record ContactSort(String column, String key, String value, boolean descending) {

    // Ids come from a sequence: in their order contacts were created, and their index is there
    // already.
    private static final Map<String, ContactSort> BY_KEY =
            Map.of(
                    "createdAt", number("id"),
                    "updatedAt",
                            new ContactSort(
                                    "updated_at",
                                    "(extract(epoch from updated_at) * 1000000)::bigint",
                                    "timestamptz 'epoch' + least(greatest(%s::bigint, 0), 253402300799000000) * interval '1 microsecond'",
                                    true),
                    "firstname", text("firstname_key"),
                    "lastname", text("lastname_key"),
                    "company", text("company_key"),
                    "points", number("points"));

    private static ContactSort number(String column) {
        return new ContactSort(column, column, "%s::bigint", true);
    }

    private static ContactSort text(String column) {
        return new ContactSort(column, column, "%s::text", false);
    }

    /**
     * @param direction asc, desc or null for the key's own
     */
    static ContactSort of(String key, String direction) {
        ContactSort sort = BY_KEY.get(key);
        if (sort == null) {
            throw new InvalidValues(
                    "orderBy",
                    "Contacts can be ordered by "
                            + String.join(", ", BY_KEY.keySet().stream().sorted().toList())
                            + ".");
        }
        return switch (direction == null ? null : direction.toLowerCase(Locale.ROOT)) {
            case null -> sort;
            case "asc" -> new ContactSort(sort.column, sort.key, sort.value, false);
            case "desc" -> new ContactSort(sort.column, sort.key, sort.value, true);
            default -> throw new InvalidValues("orderDir", "The direction is asc or desc.");
        };
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return column + direction + ", id" + direction;
    }

    /** What the cursor says of the row that the page begins behind. */
    Object value(Cursor cursor) {
        return value.contains("bigint") ? (Object) cursor.number(0) : cursor.text(0);
    }

    /** True for the rows behind the one with this value and id. */
    String after(String value, String id) {
        return "(%s, id) %s (%s, %s)"
                .formatted(column, descending ? "<" : ">", this.value.formatted(value), id);
    }
}
