package io.mauntic.identity.client;

import io.mauntic.contracts.identity.model.Client;
import io.mauntic.contracts.identity.model.ClientPage;
import io.mauntic.identity.role.Role;
import io.mauntic.identity.role.Roles;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The API clients of the organization of the open unit of work. */
@ApplicationScoped
public class ApiClients {

    private static final String SELECT =
            """
            select c.id client_row, c.name client_name, c.client_id, c.permissions client_permissions, c.created_at,
                   r.organization_id, r.id, r.name, r.built_in, r.permissions, count(*) over () total
            from api_client c
            left join role r on r.organization_id = c.organization_id and r.id = c.role_id
            where c.state = 'ACTIVE'
            """;

    private static final String INSERT =
            """
            insert into api_client (organization_id, name, client_id, role_id, permissions)
            values ($1, $2, $3, $4, $5) returning id
            """;

    private final Sql sql;

    ApiClients(Sql sql) {
        this.sql = sql;
    }

    Uni<Long> add(
            OrganizationId organization,
            String name,
            String clientId,
            Optional<Role> role,
            List<String> permissions) {
        return sql.number(
                INSERT,
                organization.value(),
                name,
                clientId,
                role.map(Role::id).orElse(null),
                permissions.toArray(String[]::new));
    }

    Uni<Void> remove(long id) {
        return sql.update("update api_client set state = 'REMOVED' where id = $1", id)
                .replaceWithVoid();
    }

    public Uni<Client> get(long id) {
        return sql.first(SELECT + "and c.id = $1", ApiClients::client, id)
                .map(found -> found.orElseThrow(() -> new NotFound("API client", id)));
    }

    public Uni<ClientPage> list(int page, int limit, String search) {
        return sql.list(
                        SELECT
                                + """
                                and ($1 = '' or position($1 in lower(c.name)) > 0)
                                order by lower(c.name), c.id limit $2 offset $3
                                """,
                        row -> Map.entry(row.getLong("total"), client(row)),
                        search == null ? "" : search.strip().toLowerCase(Locale.ROOT),
                        limit,
                        (page - 1) * limit)
                .map(rows -> page(rows, page, limit));
    }

    private static ClientPage page(List<Map.Entry<Long, Client>> rows, int page, int limit) {
        long total = rows.isEmpty() ? 0 : rows.getFirst().getKey();
        return new ClientPage()
                .items(rows.stream().map(Map.Entry::getValue).toList())
                .total(total)
                .page(page)
                .limit(limit)
                .totalPages(Math.toIntExact((total + limit - 1) / limit));
    }

    private static Client client(Row row) {
        Optional<Role> role = Optional.ofNullable(row.getLong("id")).map(_ -> Roles.role(row));
        return new Client()
                .id(row.getLong("client_row"))
                .name(row.getString("client_name"))
                .clientId(row.getString("client_id"))
                .role(role.map(Role::name).orElse(null))
                .permissions(
                        role.map(Role::permissions)
                                .orElseGet(
                                        () -> List.of(row.getArrayOfStrings("client_permissions"))))
                .createdAt(row.getOffsetDateTime("created_at"));
    }
}
