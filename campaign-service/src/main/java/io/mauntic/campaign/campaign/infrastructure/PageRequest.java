package io.mauntic.campaign.campaign.infrastructure;

import io.mauntic.kernel.InvalidValues;

/**
 * Which page of a list is wanted. The cursor is the number of the page after, so that either may be
 * given.
 */
public record PageRequest(int page, int limit) {

    private static final int MOST_PAGES = 1_000_000;

    /**
     * @throws InvalidValues when the cursor is none of ours
     */
    public static PageRequest of(Integer page, Integer limit, String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return new PageRequest(page, limit);
        }
        if (!cursor.matches("[1-9]\\d{0,5}")) {
            throw new InvalidValues("cursor", "This is not the nextCursor of a page before.");
        }
        return new PageRequest(Integer.parseInt(cursor), limit);
    }

    long offset() {
        return (page - 1L) * limit;
    }

    int pages(long total) {
        return Math.toIntExact(Math.min((total + limit - 1) / limit, MOST_PAGES));
    }

    String next(long total) {
        return (long) page * limit < total ? Integer.toString(page + 1) : null;
    }
}
