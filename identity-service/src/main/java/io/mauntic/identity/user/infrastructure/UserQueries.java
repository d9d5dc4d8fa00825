package io.mauntic.identity.user.infrastructure;

import io.mauntic.contracts.identity.model.User;
import io.mauntic.contracts.identity.model.UserPage;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads users as the contract shows them. */
@ApplicationScoped
public class UserQueries {

    private static final String SELECT =
            """
            select u.id, u.version, u.name, u.email, r.name role, u.state, u.created_at, t.id is not null and u.state <> 'INVITED' pending,
                   count(*) over () total
            from user_account u
            join role r on r.organization_id = u.organization_id and r.id = u.role_id
            left join directory_task t
                on t.organization_id = u.organization_id and t.kind = 'USER' and t.id = u.id
            where u.state <> 'REMOVED'
            """;

    private static final Map<String, String> ORDER =
            Map.of("name", "lower(u.name)", "email", "u.email", "createdAt", "u.created_at");

    private final Sql sql;

    UserQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param orderBy one of the contract's words; anything else sorts by name
     */
    public Uni<UserPage> list(int page, int limit, String search, String orderBy, String orderDir) {
        String direction = "desc".equals(orderDir) ? "desc" : "asc";
        String order = ORDER.getOrDefault(orderBy, ORDER.get("name"));
        return sql.list(
                        SELECT
                                + """
                                and ($1 = '' or position($1 in lower(u.name)) > 0 or position($1 in u.email) > 0)
                                order by %s %s, u.id limit $2 offset $3
                                """
                                        .formatted(order, direction),
                        row -> Map.entry(row.getLong("total"), user(row)),
                        search == null ? "" : search.strip().toLowerCase(Locale.ROOT),
                        limit,
                        (page - 1) * limit)
                .map(rows -> page(rows, page, limit));
    }

    public Uni<User> get(long id) {
        return find("and u.id = $1", id)
                .map(found -> found.orElseThrow(() -> new NotFound("user", id)));
    }

    private Uni<Optional<User>> find(String condition, Object parameter) {
        return sql.first(SELECT + condition, UserQueries::user, parameter);
    }

    private static UserPage page(List<Map.Entry<Long, User>> rows, int page, int limit) {
        long total = rows.isEmpty() ? 0 : rows.getFirst().getKey();
        return new UserPage()
                .items(rows.stream().map(Map.Entry::getValue).toList())
                .total(total)
                .page(page)
                .limit(limit)
                .totalPages(Math.toIntExact((total + limit - 1) / limit));
    }

    private static User user(Row row) {
        return new User()
                .id(row.getLong("id"))
                .version(row.getLong("version"))
                .name(row.getString("name"))
                .email(row.getString("email"))
                .role(row.getString("role"))
                .state(row.getString("state").toLowerCase(Locale.ROOT))
                .pending(row.getBoolean("pending") ? true : null)
                .createdAt(row.getOffsetDateTime("created_at"));
    }
}
