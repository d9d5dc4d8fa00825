package io.mauntic.crm.paging;

import io.mauntic.kernel.InvalidValues;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended: the sort values of its last row, opaque to the caller. */
public record Cursor(List<String> values) {

    public static Cursor of(String... values) {
        return new Cursor(List.of(values));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param size how many values this list's cursors have
     * @throws InvalidValues when it is not a cursor of such a list
     */
    public static Cursor read(String text, int size) {
        try {
            JsonArray array =
                    new JsonArray(
                            new String(
                                    Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (array.size() == size && array.stream().allMatch(Cursor::isText)) {
                return new Cursor(array.stream().map(String.class::cast).toList());
            }
        } catch (IllegalArgumentException | DecodeException _) {
            // Falls through: both kinds of nonsense get the same answer.
        }
        throw invalid();
    }

    public String text(int index) {
        return values.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException notANumber) {
            throw invalid();
        }
    }

    public static InvalidValues invalid() {
        return new InvalidValues(
                "cursor", "This cursor does not belong to this list. Begin again without it.");
    }

    // PostgreSQL takes no NUL.
    private static boolean isText(Object value) {
        return value instanceof String text && text.indexOf('\0') < 0;
    }

    @Override
    public String toString() {
        byte[] json = new JsonArray(values).encode().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }
}
