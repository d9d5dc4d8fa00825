package io.mauntic.identity.role;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The roles of the organization of the open unit of work. */
@ApplicationScoped
public class Roles {

    private static final String SELECT =
            "select organization_id, id, name, built_in, permissions from role ";

    private final Sql sql;

    Roles(Sql sql) {
        this.sql = sql;
    }

    public Uni<Optional<Role>> find(long id) {
        return sql.first(SELECT + "where id = $1 and state = 'ACTIVE'", Roles::role, id);
    }

    public Uni<Optional<Role>> named(String name) {
        return sql.first(
                SELECT + "where lower(name) = lower($1) and state = 'ACTIVE'",
                Roles::role,
                name.strip());
    }

    Uni<Boolean> isNameTaken(String name, long exceptFor) {
        return sql.first(
                        "select 1 from role where lower(name) = lower($1) and id <> $2",
                        row -> true,
                        name,
                        exceptFor)
                .map(Optional::isPresent);
    }

    Uni<Role> add(OrganizationId organization, String name, List<String> permissions) {
        return sql.list(
                        """
                        insert into role (organization_id, name, permissions) values ($1, $2, $3)
                        returning organization_id, id, name, built_in, permissions
                        """,
                        Roles::role,
                        organization.value(),
                        name,
                        permissions.toArray(String[]::new))
                .map(List::getFirst);
    }

    Uni<Void> change(Role role) {
        return sql.update(
                        "update role set name = $2, permissions = $3, version = version + 1 where id = $1",
                        role.id(),
                        role.name(),
                        role.permissions().toArray(String[]::new))
                .replaceWithVoid();
    }

    /** After Keycloak has forgotten it. */
    public Uni<Void> forget(long id) {
        return sql.update("delete from role where id = $1 and state = 'REMOVED'", id)
                .replaceWithVoid();
    }

    Uni<Void> remove(long id) {
        return sql.update("update role set state = 'REMOVED' where id = $1", id).replaceWithVoid();
    }

    /** A built-in role grants what this version of Mauntic says, not what an older one stored. */
    public static Role role(Row row) {
        String name = row.getString("name");
        boolean builtIn = row.getBoolean("built_in");
        return new Role(
                new OrganizationId(row.getLong("organization_id")),
                row.getLong("id"),
                name,
                builtIn,
                builtIn
                        ? BuiltInRole.named(name).map(BuiltInRole::permissions).orElse(List.of())
                        : List.of(row.getArrayOfStrings("permissions")));
    }
}
