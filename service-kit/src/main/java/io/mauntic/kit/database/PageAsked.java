package io.mauntic.kit.database;

import io.mauntic.kernel.InvalidValues;

/**
 * Which page of a list is asked for: by its number, or by a cursor, the id of the last row that was
 * seen in a list with the newest first.
 *
 * @param before rows that are wanted have a smaller id; {@link Long#MAX_VALUE} without a cursor
 */
public record PageAsked(int page, int limit, long before) {

    public static PageAsked of(int page, int limit) {
        return new PageAsked(page, limit, Long.MAX_VALUE);
    }

    /**
     * @throws InvalidValues when the cursor is none that a list gave
     */
    public static PageAsked of(int page, int limit, String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return of(page, limit);
        }
        try {
            return new PageAsked(page, limit, Long.parseLong(cursor));
        } catch (NumberFormatException _) {
            throw new InvalidValues("cursor", "This is not a cursor that a list has given.");
        }
    }

    /** How many rows to pass over. */
    public long offset() {
        return before == Long.MAX_VALUE ? (page - 1L) * limit : 0;
    }

    /** How many pages so many rows make. */
    public int pages(long total) {
        return Math.toIntExact((total + limit - 1) / limit);
    }

    /** Whether a page of so many rows may be followed by another one. */
    public boolean goesOnAfter(int rows) {
        return rows == limit;
    }
}
