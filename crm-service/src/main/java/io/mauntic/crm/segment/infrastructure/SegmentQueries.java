package io.mauntic.crm.segment.infrastructure;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.contracts.crm.model.SegmentPage;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Segments as the contract shows them. */
@ApplicationScoped
public class SegmentQueries {

    /** The sort keys that a list takes, and their columns. */
    private static final Map<String, String> ORDERS =
            Map.of("name", "name_key", "createdAt", "created_at", "updatedAt", "updated_at");

    private static final String SELECT =
            """
            select s.id, s.version, s.name, s.description, s.filter, s.status, s.processed, s.total, s.built_at, s.created_at, s.updated_at,
                (select coalesce(sum(t.members), 0)::bigint from segment_tally t where t.segment_id = s.id) as members
            from segment s where s.status <> 'deleted'
            """;
    private static final String FOUND =
            " and ($1::text is null or strpos(s.name_key, lower($1::text collate pg_c_utf8)) > 0)";
    private static final String COUNT =
            "select count(*) from segment s where s.status <> 'deleted'" + FOUND;

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    SegmentQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /** What a list is asked for; every value may be missing. */
    public record Asked(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {

        int size() {
            return limit == null ? 20 : limit;
        }

        int number() {
            if (cursor != null) {
                return Math.clamp(Cursor.read(cursor, 1).number(0), 1, 1_000_000);
            }
            return page == null ? 1 : page;
        }

        String term() {
            return search == null || search.isBlank() ? null : search.strip().replace("\0", "");
        }

        String order() {
            String column = ORDERS.get(orderBy == null ? "name" : orderBy);
            if (column == null) {
                throw new InvalidValues(
                        "orderBy", "Segments are ordered by name, createdAt or updatedAt.");
            }
            String direction = orderDir == null ? "asc" : orderDir.toLowerCase(Locale.ROOT);
            if (!direction.equals("asc") && !direction.equals("desc")) {
                throw new InvalidValues("orderDir", "The direction is asc or desc.");
            }
            return " order by s.%s %s, s.id limit $2 offset $3".formatted(column, direction);
        }
    }

    public Uni<SegmentPage> list(OrganizationId organization, Asked asked) {
        String page = SELECT + FOUND + asked.order();
        long offset = (asked.number() - 1L) * asked.size();
        return unitOfWork.in(
                organization,
                () ->
                        sql.number(COUNT, asked.term())
                                .chain(
                                        total ->
                                                sql.list(
                                                                page,
                                                                SegmentQueries::segment,
                                                                asked.term(),
                                                                asked.size(),
                                                                offset)
                                                        .map(items -> page(items, total, asked))));
    }

    /**
     * @throws NotFound (as the outcome)
     */
    public Uni<Segment> get(OrganizationId organization, SegmentId segment) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        SELECT + " and s.id = $1",
                                        SegmentQueries::segment,
                                        segment.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("segment", segment)));
    }

    private static SegmentPage page(List<Segment> items, long total, Asked asked) {
        long pages = (total + asked.size() - 1) / asked.size();
        SegmentPage page = new SegmentPage();
        page.setItems(items);
        page.setTotal(total);
        page.setPage(asked.number());
        page.setLimit(asked.size());
        page.setTotalPages(pages);
        page.setNextCursor(
                asked.number() < pages
                        ? Cursor.of(Integer.toString(asked.number() + 1)).toString()
                        : null);
        return page;
    }

    private static Segment segment(Row row) {
        Segment segment = new Segment();
        segment.setId(row.getLong("id"));
        segment.setVersion(row.getLong("version"));
        segment.setName(row.getString("name"));
        segment.setDescription(row.getString("description"));
        segment.setFilter(StoredFilter.tree(row));
        segment.setMembers(row.getLong("members"));
        segment.setStatus(row.getString("status"));
        segment.setProcessed(row.getLong("processed"));
        segment.setTotal(row.getLong("total"));
        segment.setBuiltAt(row.getOffsetDateTime("built_at"));
        segment.setCreatedAt(row.getOffsetDateTime("created_at"));
        segment.setUpdatedAt(row.getOffsetDateTime("updated_at"));
        return segment;
    }
}
