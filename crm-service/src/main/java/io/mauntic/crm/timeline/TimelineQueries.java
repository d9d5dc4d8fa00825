package io.mauntic.crm.timeline;

import io.mauntic.contracts.crm.model.TimelineEntry;
import io.mauntic.contracts.crm.model.TimelinePage;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Reads timelines, newest first. */
@ApplicationScoped
public class TimelineQueries {

    // The contact's beginning is told by its own row; everything else stands in timeline_entry.
    private static final String ENTRIES =
            """
            (select event_id, type, at, data from timeline_entry where contact_id = $1
            union all
            select md5('created-' || id)::uuid, 'ContactCreated', created_at, jsonb_build_object('contactId', id, 'source', source)
            from contact where id = $1) as entry
            where (cardinality($2::text[]) = 0 or type = any($2))
            """;

    private static final String PAGE =
            """
            select event_id, type, at, data from %s and (at, event_id) < ($3::timestamptz, $4::uuid)
            order by at desc, event_id desc limit $5 offset $6
            """
                    .formatted(ENTRIES);

    private static final String COUNT = "select count(*) from " + ENTRIES;

    private static final Cursor BEGINNING =
            Cursor.of("9999-12-31T00:00:00Z", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    TimelineQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /**
     * @param types only these; all when empty
     * @param cursor null for the page's own number
     */
    public record Wanted(
            ContactId contact, List<String> types, int page, int limit, String cursor) {}

    public Uni<TimelinePage> page(OrganizationId organization, Wanted wanted) {
        String[] types = wanted.types().toArray(String[]::new);
        return unitOfWork.in(
                organization,
                () ->
                        sql.number(
                                        "select count(*) from contact where id = $1",
                                        wanted.contact().value())
                                .invoke(found -> refuseUnknown(wanted.contact(), found))
                                .chain(() -> sql.number(COUNT, wanted.contact().value(), types))
                                .chain(
                                        total ->
                                                entries(wanted, types)
                                                        .map(
                                                                entries ->
                                                                        page(
                                                                                wanted, total,
                                                                                entries))));
    }

    /** The kinds of entries that a contact's timeline has, by name. */
    public Uni<List<String>> types(OrganizationId organization, ContactId contact) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                "select distinct type from timeline_entry where contact_id = $1 order by type",
                                row -> row.getString("type"),
                                contact.value()));
    }

    private Uni<List<TimelineEntry>> entries(Wanted wanted, String[] types) {
        Cursor cursor = wanted.cursor() == null ? BEGINNING : Cursor.read(wanted.cursor(), 2);
        long offset = wanted.cursor() == null ? (wanted.page() - 1L) * wanted.limit() : 0;
        return sql.list(
                PAGE,
                TimelineQueries::entry,
                wanted.contact().value(),
                types,
                time(cursor),
                uuid(cursor),
                wanted.limit() + 1L,
                offset);
    }

    private static TimelinePage page(Wanted wanted, long total, List<TimelineEntry> entries) {
        List<TimelineEntry> items = entries.stream().limit(wanted.limit()).toList();
        TimelinePage page =
                new TimelinePage()
                        .items(items)
                        .total(total)
                        .page(wanted.page())
                        .limit(wanted.limit())
                        .totalPages((total + wanted.limit() - 1) / wanted.limit());
        if (entries.size() > items.size()) {
            TimelineEntry last = items.getLast();
            page.nextCursor(Cursor.of(last.getAt().toString(), last.getId()).toString());
        }
        return page;
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry()
                .id(row.getUUID("event_id").toString())
                .type(row.getString("type"))
                .at(row.getOffsetDateTime("at").withOffsetSameInstant(ZoneOffset.UTC))
                .data(row.getJsonObject("data").getMap());
    }

    private static void refuseUnknown(ContactId contact, long found) {
        if (found == 0) {
            throw new NotFound("contact", contact);
        }
    }

    private static OffsetDateTime time(Cursor cursor) {
        try {
            return OffsetDateTime.parse(cursor.text(0));
        } catch (DateTimeParseException notATime) {
            throw Cursor.invalid();
        }
    }

    private static UUID uuid(Cursor cursor) {
        try {
            return UUID.fromString(cursor.text(1));
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
