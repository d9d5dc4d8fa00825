package io.mauntic.identity.organization;

import io.mauntic.contracts.identity.model.Organization;
import io.mauntic.identity.role.BuiltInRole;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** The one row that says what the organization of the open unit of work is called. */
@ApplicationScoped
public class Organizations {

    private static final String INSERT =
            "insert into organization (organization_id, name) values ($1, $2) on conflict do nothing";

    private static final String BUILT_IN_ROLES =
            """
            insert into role (organization_id, name, built_in)
            select $1, name, true from unnest($2::text[]) name
            on conflict do nothing
            """;

    private final Sql sql;

    Organizations(Sql sql) {
        this.sql = sql;
    }

    public Uni<Optional<Organization>> find() {
        return sql.first(
                "select organization_id, version, name, created_at from organization",
                row ->
                        new Organization()
                                .id(row.getLong("organization_id"))
                                .version(row.getLong("version"))
                                .name(row.getString("name"))
                                .createdAt(row.getOffsetDateTime("created_at")));
    }

    /** Makes it, with the roles that everybody has; false if it is there already. */
    public Uni<Boolean> add(OrganizationId id, String name) {
        String[] roles =
                Stream.of(BuiltInRole.values()).map(BuiltInRole::roleName).toArray(String[]::new);
        return sql.update(INSERT, id.value(), name)
                .call(() -> sql.update(BUILT_IN_ROLES, id.value(), roles))
                .map(added -> added == 1);
    }

    Uni<Long> version() {
        return sql.number("select version from organization");
    }

    public Uni<Void> rename(String name) {
        return sql.update("update organization set name = $1, version = version + 1", name)
                .replaceWithVoid();
    }

    /**
     * Has changes to users and roles wait for each other: "the last administrator" is true of one
     * moment only.
     */
    public Uni<Void> lock(OrganizationId id) {
        return sql.first("select 1 from organization for update", row -> row.getInteger(0))
                .map(found -> found.orElseThrow(() -> new NotFound("organization", id)))
                .replaceWithVoid();
    }

    /** Outside the organization's own rows: the next number that is free. */
    public Uni<OrganizationId> nextId() {
        return sql.number("select nextval('organization_seq')").map(OrganizationId::new);
    }
}
