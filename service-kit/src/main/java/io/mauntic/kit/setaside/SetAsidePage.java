package io.mauntic.kit.setaside;

import io.mauntic.kit.database.PageAsked;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A list of what is set aside, as every list answers, and how much there is of each kind.
 *
 * @param total exact up to {@link SetAsideQueries#MOST_COUNTED} of a kind, one more means "or more"
 */
public record SetAsidePage(
        List<Entry> items,
        long total,
        int page,
        int limit,
        int totalPages,
        String nextCursor,
        List<OfKind> kinds) {

    /**
     * @param payload what sets it going again; in the answer of one alone
     */
    public record Entry(
            long id,
            String kind,
            String subject,
            String cause,
            int attempts,
            Instant setAsideAt,
            Map<String, Object> payload) {

        Entry(
                long id,
                String kind,
                String subject,
                String cause,
                int attempts,
                Instant setAsideAt,
                JsonObject payload) {
            this(
                    id,
                    kind,
                    subject,
                    cause,
                    attempts,
                    setAsideAt,
                    payload == null ? null : payload.getMap());
        }
    }

    /**
     * @param retrying whether all of them are being set going again
     */
    public record OfKind(String kind, long total, boolean retrying) {}

    static SetAsidePage of(List<Entry> items, List<OfKind> kinds, String kind, PageAsked asked) {
        long total =
                kinds.stream()
                        .filter(one -> kind == null || one.kind().equals(kind))
                        .mapToLong(OfKind::total)
                        .sum();
        return new SetAsidePage(
                items,
                total,
                asked.page(),
                asked.limit(),
                asked.pages(total),
                asked.goesOnAfter(items.size()) ? Long.toString(items.getLast().id()) : null,
                kinds);
    }
}
