package io.mauntic.ui;

/**
 * Where a list stands.
 *
 * @param page from 1
 * @param limit rows a page
 * @param total rows in all pages
 * @param estimated whether the total is a guess of the database's planner
 */
public record Pager(long page, long limit, long total, boolean estimated) {

    public static Pager of(Number page, Number limit, Number total) {
        return new Pager(page.longValue(), limit.longValue(), total.longValue(), false);
    }

    public long pages() {
        return Math.max(1, (total + limit - 1) / limit);
    }

    public long first() {
        return total == 0 ? 0 : (page - 1) * limit + 1;
    }

    public long last() {
        return Math.min(page * limit, total);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }
}
