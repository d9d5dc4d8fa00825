package io.mauntic.kit.setaside;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.PageAsked;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.SetAsidePage.Entry;
import io.mauntic.kit.setaside.SetAsidePage.OfKind;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What an organization has set aside, the newest first, and how much of each kind. */
@ApplicationScoped
class SetAsideQueries {

    /** Counts are exact up to here. */
    static final int MOST_COUNTED = 10_000;

    private static final String KINDS =
            """
            with recursive kinds as (
                (select kind from set_aside where organization_id = $1 order by kind limit 1)
                union all
                select (select s.kind from set_aside s where s.organization_id = $1 and s.kind > k.kind order by s.kind limit 1)
                from kinds k where k.kind is not null)
            select kind, (select count(*) from (select from set_aside s where s.organization_id = $1 and s.kind = k.kind limit %d) counted) as total,
                   exists(select from set_aside_retry r where r.organization_id = $1 and r.kind = k.kind) as retrying
            from kinds k where kind is not null
            """
                    .formatted(MOST_COUNTED + 1);
    private static final String COLUMNS =
            "select id, kind, subject, cause, attempts, set_aside_at, null as payload from set_aside where organization_id = $1 and id < $2";
    private static final String LIST = COLUMNS + " order by id desc limit $3 offset $4";
    private static final String LIST_KIND =
            COLUMNS + " and kind = $5 order by id desc limit $3 offset $4";
    private static final String ONE =
            "select * from set_aside where organization_id = $1 and id = $2";

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    SetAsideQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /**
     * @param kind null for all
     */
    Uni<SetAsidePage> page(OrganizationId organization, String kind, PageAsked asked) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(KINDS, SetAsideQueries::ofKind, organization.value())
                                .chain(
                                        kinds ->
                                                items(organization, kind, asked)
                                                        .map(
                                                                items ->
                                                                        SetAsidePage.of(
                                                                                items, kinds, kind,
                                                                                asked))));
    }

    Uni<Entry> get(OrganizationId organization, long id) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.first(ONE, SetAsideQueries::entry, organization.value(), id)
                                .map(
                                        found ->
                                                found.orElseThrow(
                                                        () -> new NotFound("set-aside", id))));
    }

    private Uni<List<Entry>> items(OrganizationId organization, String kind, PageAsked asked) {
        return kind == null
                ? sql.list(
                        LIST,
                        SetAsideQueries::entry,
                        organization.value(),
                        asked.before(),
                        asked.limit(),
                        asked.offset())
                : sql.list(
                        LIST_KIND,
                        SetAsideQueries::entry,
                        organization.value(),
                        asked.before(),
                        asked.limit(),
                        asked.offset(),
                        kind);
    }

    private static OfKind ofKind(Row row) {
        return new OfKind(row.getString("kind"), row.getLong("total"), row.getBoolean("retrying"));
    }

    private static Entry entry(Row row) {
        Instant at = row.getOffsetDateTime("set_aside_at").toInstant();
        return new Entry(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("cause"),
                row.getInteger("attempts"),
                at,
                row.getJsonObject("payload"));
    }
}
