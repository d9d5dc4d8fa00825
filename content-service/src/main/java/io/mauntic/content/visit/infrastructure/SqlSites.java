package io.mauntic.content.visit.infrastructure;

import io.mauntic.content.visit.application.Sites;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Site keys; they never change, so each replica remembers those that it met. */
@ApplicationScoped
class SqlSites implements Sites {

    private static final String REGISTER =
            """
            insert into site (site_key, organization_id) values ($1, $2)
            on conflict (organization_id) do update set organization_id = excluded.organization_id returning site_key
            """;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final int KEY_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    // As large as there are organizations: an unknown key is never kept.
    private final Map<String, OrganizationId> owners = new ConcurrentHashMap<>();

    SqlSites(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    @Override
    public Uni<String> register(OrganizationId organization) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        REGISTER,
                                        row -> row.getString(0),
                                        fresh,
                                        organization.value()))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Optional<String>> keyOf(OrganizationId organization) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.first(
                                "select site_key from site where organization_id = $1",
                                row -> row.getString(0),
                                organization.value()));
    }

    @Override
    public Uni<Optional<OrganizationId>> organizationOf(String key) {
        if (key == null || !SHAPE.matcher(key).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        OrganizationId owner = owners.get(key);
        return owner != null ? Uni.createFrom().item(Optional.of(owner)) : find(key);
    }

    private Uni<Optional<OrganizationId>> find(String key) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        "select organization_id from site where site_key = $1",
                                        row -> new OrganizationId(row.getLong(0)),
                                        key))
                .invoke(found -> found.ifPresent(organization -> owners.put(key, organization)));
    }
}
