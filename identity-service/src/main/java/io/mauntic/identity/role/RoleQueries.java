package io.mauntic.identity.role;

import io.mauntic.contracts.identity.model.RolePage;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads roles as the contract shows them, the built-in ones first. */
@ApplicationScoped
public class RoleQueries {

    private static final String SELECT =
            """
            select r.organization_id, r.id, r.version, r.name, r.built_in, r.permissions, count(*) over () total,
                   (select count(*) from user_account u
                    where u.organization_id = r.organization_id and u.role_id = r.id and u.state <> 'REMOVED') users
            from role r where r.state = 'ACTIVE'
            """;

    private final Sql sql;

    RoleQueries(Sql sql) {
        this.sql = sql;
    }

    public Uni<RolePage> list(int page, int limit, String search) {
        return sql.list(
                        SELECT
                                + """
                                and ($1 = '' or position($1 in lower(r.name)) > 0)
                                order by not r.built_in, lower(r.name) limit $2 offset $3
                                """,
                        row -> Map.entry(row.getLong("total"), role(row)),
                        search == null ? "" : search.strip().toLowerCase(Locale.ROOT),
                        limit,
                        (page - 1) * limit)
                .map(rows -> page(rows, page, limit));
    }

    public Uni<io.mauntic.contracts.identity.model.Role> get(long id) {
        return sql.first(SELECT + "and r.id = $1", RoleQueries::role, id)
                .map(found -> found.orElseThrow(() -> new NotFound("role", id)));
    }

    private static RolePage page(
            List<Map.Entry<Long, io.mauntic.contracts.identity.model.Role>> rows,
            int page,
            int limit) {
        long total = rows.isEmpty() ? 0 : rows.getFirst().getKey();
        return new RolePage()
                .items(rows.stream().map(Map.Entry::getValue).toList())
                .total(total)
                .page(page)
                .limit(limit)
                .totalPages(Math.toIntExact((total + limit - 1) / limit));
    }

    private static io.mauntic.contracts.identity.model.Role role(Row row) {
        Role role = Roles.role(row);
        return new io.mauntic.contracts.identity.model.Role()
                .id(role.id())
                .version(row.getLong("version"))
                .name(role.name())
                .builtIn(role.builtIn())
                .permissions(role.permissions())
                .users(row.getLong("users"));
    }
}
