package io.mauntic.crm.company.infrastructure;

import io.mauntic.contracts.crm.model.Company;
import io.mauntic.contracts.crm.model.CompanyPage;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads companies as the contract shows them. */
@ApplicationScoped
public class CompanyQueries {

    private static final String SELECT =
            """
            select id, version, name, website, phone, industry, country, city, created_at, updated_at,
                (select count(*) from contact where contact.organization_id = company.organization_id
                    and contact.company_key = company.name_key) as contacts
            """;

    private static final String FOUND =
            " from company where ($1::text is null or position(lower($1 collate pg_c_utf8) in name_key) > 0)";

    private static final Map<String, String> SORTS =
            Map.of(
                    "name",
                    "name_key",
                    "createdAt",
                    "id",
                    "city",
                    "coalesce(city, '')",
                    "country",
                    "coalesce(country, '')");

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    CompanyQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    public record Wanted(
            int page, int limit, String cursor, String search, String orderBy, String orderDir) {}

    /** Fails with {@link NotFound}. */
    public Uni<Company> get(OrganizationId organization, long id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        SELECT + "from company where id = $1",
                                        CompanyQueries::contract,
                                        id))
                .map(found -> found.orElseThrow(() -> new NotFound("company", id)));
    }

    public Uni<CompanyPage> page(OrganizationId organization, Wanted wanted) {
        String search = PlainText.clean(wanted.search());
        return unitOfWork.in(
                organization,
                () ->
                        sql.number("select count(*)" + FOUND, search)
                                .chain(
                                        total ->
                                                rows(wanted, search)
                                                        .map(rows -> page(wanted, total, rows))));
    }

    private Uni<List<Company>> rows(Wanted wanted, String search) {
        String sort = SORTS.get(wanted.orderBy());
        if (sort == null) {
            throw new InvalidValues(
                    "orderBy", "Companies can be ordered by name, createdAt, city or country.");
        }
        String direction = direction(wanted.orderDir());
        return sql.list(
                "%s%s order by %s %s, id limit $2 offset $3"
                        .formatted(SELECT, FOUND, sort, direction),
                CompanyQueries::contract,
                search,
                wanted.limit() + 1L,
                from(wanted));
    }

    private static CompanyPage page(Wanted wanted, long total, List<Company> rows) {
        List<Company> items = rows.stream().limit(wanted.limit()).toList();
        CompanyPage page =
                new CompanyPage()
                        .items(items)
                        .total(total)
                        .page(wanted.page())
                        .limit(wanted.limit())
                        .totalPages((total + wanted.limit() - 1) / wanted.limit());
        if (rows.size() > items.size()) {
            page.nextCursor(Cursor.of(Long.toString(from(wanted) + wanted.limit())).toString());
        }
        return page;
    }

    private static long from(Wanted wanted) {
        return wanted.cursor() == null
                ? (wanted.page() - 1L) * wanted.limit()
                : Math.max(0, Cursor.read(wanted.cursor(), 1).number(0));
    }

    private static String direction(String direction) {
        return switch (direction == null ? "asc" : direction.toLowerCase(Locale.ROOT)) {
            case "asc" -> "asc";
            case "desc" -> "desc";
            default -> throw new InvalidValues("orderDir", "The direction is asc or desc.");
        };
    }

    private static Company contract(Row row) {
        return new Company()
                .id(row.getLong("id"))
                .version(row.getLong("version"))
                .name(row.getString("name"))
                .website(row.getString("website"))
                .phone(row.getString("phone"))
                .industry(row.getString("industry"))
                .country(row.getString("country"))
                .city(row.getString("city"))
                .contacts(row.getLong("contacts"))
                .createdAt(row.getOffsetDateTime("created_at"))
                .updatedAt(row.getOffsetDateTime("updated_at"));
    }
}
