package io.mauntic.crm.consent.history;

import io.mauntic.contracts.crm.model.Consent;
import io.mauntic.contracts.crm.model.ConsentPage;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads what contacts agreed to: what holds now, and the history, newest first. */
@ApplicationScoped
public class ConsentQueries {

    // At most 101 topics on each of three channels.
    private static final String NEWEST =
            "select distinct on (channel, topic) %s from consent where contact_id = $1 order by channel, topic, at desc, id desc"
                    .formatted(Entry.COLUMNS);
    private static final String PAGE =
            "select %s from consent where contact_id = $1 and (at, id) < ($2::timestamptz, $3::bigint) order by at desc, id desc limit $4 offset $5"
                    .formatted(Entry.COLUMNS);

    private static final Cursor BEGINNING =
            Cursor.of("9999-12-31T00:00:00Z", Long.toString(Long.MAX_VALUE));

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    ConsentQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /**
     * @param page from 1
     * @param limit entries a page
     * @param cursor null for the page's own number
     */
    public record Wanted(ContactId contact, int page, int limit, String cursor) {}

    /**
     * @return fails with {@link NotFound} without the contact
     */
    public Uni<ConsentPage> page(OrganizationId organization, Wanted wanted) {
        Cursor cursor = wanted.cursor() == null ? BEGINNING : Cursor.read(wanted.cursor(), 2);
        OffsetDateTime before = time(cursor);
        long beforeId = cursor.number(1);
        long id = wanted.contact().value();
        return unitOfWork.in(
                organization,
                () ->
                        sql.number("select count(*) from contact where id = $1", id)
                                .invoke(found -> refuseUnknown(wanted.contact(), found))
                                .chain(() -> current(id))
                                .map(current -> new ConsentPage().current(current))
                                .chain(page -> total(id).map(page::total))
                                .chain(
                                        page ->
                                                sql.list(
                                                                PAGE,
                                                                row -> Entry.of(row).contract(),
                                                                id,
                                                                before,
                                                                beforeId,
                                                                wanted.limit() + 1L,
                                                                offset(wanted))
                                                        .map(rows -> filled(page, wanted, rows))));
    }

    private Uni<List<Consent>> current(long contact) {
        return sql.list(NEWEST, Entry::of, contact)
                .map(newest -> Standing.of(newest).stream().map(Standing::contract).toList());
    }

    private Uni<Long> total(long contact) {
        return sql.number("select count(*) from consent where contact_id = $1", contact);
    }

    private static ConsentPage filled(ConsentPage page, Wanted wanted, List<Consent> rows) {
        List<Consent> items = rows.stream().limit(wanted.limit()).toList();
        page.items(items)
                .page(wanted.page())
                .limit(wanted.limit())
                .totalPages((page.getTotal() + wanted.limit() - 1) / wanted.limit());
        if (rows.size() > items.size()) {
            Consent last = items.getLast();
            page.nextCursor(Cursor.of(last.getAt().toString(), last.getId().toString()).toString());
        }
        return page;
    }

    private static long offset(Wanted wanted) {
        return wanted.cursor() == null ? (wanted.page() - 1L) * wanted.limit() : 0;
    }

    private static OffsetDateTime time(Cursor cursor) {
        try {
            return OffsetDateTime.parse(cursor.text(0));
        } catch (DateTimeParseException notATime) {
            throw Cursor.invalid();
        }
    }

    private static void refuseUnknown(ContactId contact, long found) {
        if (found == 0) {
            throw new NotFound("contact", contact);
        }
    }
}
