package io.mauntic.messaging.email.infrastructure;

import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.contracts.messaging.model.EmailPage;
import io.mauntic.kernel.InvalidValues;
import java.util.List;

/**
 * Which emails are wanted.
 *
 * @param text part of the name or the subject; empty for all
 * @param page counted from 1
 * @param cursor where the page before ended; takes the place of the number
 */
public record EmailSearch(
        String text, int page, int limit, String cursor, String orderBy, String orderDir) {

    public EmailSearch {
        text = text == null ? "" : text.strip();
        if (cursor != null && !cursor.matches("\\d{1,9}")) {
            throw new InvalidValues("cursor", "This is no cursor of ours.");
        }
    }

    int offset() {
        return cursor == null ? Math.multiplyExact(page - 1, limit) : Integer.parseInt(cursor);
    }

    EmailPage answer(List<Email> items, long total) {
        int end = offset() + items.size();
        return new EmailPage(
                        items,
                        total,
                        offset() / limit + 1,
                        limit,
                        (int) ((total + limit - 1) / limit))
                .nextCursor(end < total && !items.isEmpty() ? Integer.toString(end) : null);
    }
}
