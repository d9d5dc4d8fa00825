package io.mauntic.crm.contact.infrastructure;

import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.InvalidValues;
import java.util.Locale;
import java.util.Map;

/**
 * How a list of contacts is ordered. Only these keys exist: none of the caller's text reaches a
 * statement.
 *
 * @param expression what to compare; never null, so that a page can begin after any row
 * @param type of the expression
 */
record ContactSort(String expression, String type, boolean descending) {

    // Ids come from a sequence: in their order contacts were created, and their index is there
    // already.
    private static final Map<String, ContactSort> BY_KEY =
            Map.of(
                    "createdAt", new ContactSort("id", "bigint", true),
                    "updatedAt",
                            new ContactSort(
                                    "(extract(epoch from updated_at) * 1000000)::bigint",
                                    "bigint",
                                    true),
                    "firstname", new ContactSort("firstname_key", "text", false),
                    "lastname", new ContactSort("lastname_key", "text", false),
                    "email", new ContactSort("coalesce(email, '')", "text", false),
                    "company", new ContactSort("company_key", "text", false),
                    "city", new ContactSort("coalesce(city, '')", "text", false),
                    "country", new ContactSort("coalesce(country, '')", "text", false),
                    "stage", new ContactSort("coalesce(stage, '')", "text", false),
                    "points", new ContactSort("points", "bigint", true));

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
            case "asc" -> new ContactSort(sort.expression, sort.type, false);
            case "desc" -> new ContactSort(sort.expression, sort.type, true);
            default -> throw new InvalidValues("orderDir", "The direction is asc or desc.");
        };
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return expression + direction + ", id" + direction;
    }

    /** What the cursor says of the row that the page begins behind. */
    Object value(Cursor cursor) {
        return type.equals("bigint") ? (Object) cursor.number(0) : cursor.text(0);
    }

    /** True for the rows behind the one with this value and id. */
    String after(String value, String id) {
        return "(%s, id) %s (%s::%s, %s)"
                .formatted(expression, descending ? "<" : ">", value, type, id);
    }
}
