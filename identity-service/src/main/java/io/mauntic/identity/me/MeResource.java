package io.mauntic.identity.me;

import io.mauntic.contracts.identity.api.MeApi;
import io.mauntic.contracts.identity.model.Me;
import io.mauntic.contracts.identity.model.MyOrganizations;
import io.mauntic.contracts.identity.model.OrganizationChoice;
import io.mauntic.contracts.identity.model.OrganizationName;
import io.mauntic.identity.directory.AdoptOrganization;
import io.mauntic.identity.directory.OrganizationSwitch;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;

/** The bearer, as the token and the organization's own rows know them. */
class MeResource implements MeApi {

    private static final String FIND =
            """
            select u.id, u.name, u.email, o.name organization_name
            from organization o, user_account u where u.subject = $1
            union all
            select c.id, c.name, null, o.name from organization o, api_client c where c.subject = $1
            """;

    private static final String NAME = "select organization_id, name from organization";

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final AdoptOrganization adoptOrganization;
    private final OrganizationSwitch organizations;

    MeResource(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            Sql sql,
            AdoptOrganization adoptOrganization,
            OrganizationSwitch organizations) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.adoptOrganization = adoptOrganization;
        this.organizations = organizations;
    }

    @Override
    public Uni<Me> getMe() {
        OrganizationId organization = bearer.organization();
        String subject = bearer.userId();
        Me token =
                new Me()
                        .name(bearer.name())
                        .email(bearer.email().isEmpty() ? null : bearer.email())
                        .organization(
                                new OrganizationName()
                                        .id(organization.value())
                                        .name(bearer.organizationName()))
                        .permissions(bearer.permissions().stream().sorted().toList());
        return find(organization, subject, token)
                .chain(
                        found ->
                                found.map(me -> Uni.createFrom().item(me))
                                        .orElseGet(() -> adopt(organization, subject, token)));
    }

    @Override
    public Uni<MyOrganizations> listMyOrganizations() {
        return organizations
                .organizationsOf(UUID.fromString(bearer.userId()), bearer.organization())
                .map(mine -> new MyOrganizations().items(mine));
    }

    @Override
    public Uni<OrganizationName> switchOrganization(OrganizationChoice choice) {
        OrganizationId chosen = new OrganizationId(choice.getId());
        return organizations
                .to(UUID.fromString(bearer.userId()), chosen)
                .chain(() -> unitOfWork.in(chosen, () -> sql.first(NAME, MeResource::name)))
                .map(Optional::orElseThrow);
    }

    /**
     * Somebody whom only Keycloak knows is taken over at first sight; without Keycloak the token
     * alone speaks.
     */
    private Uni<Me> adopt(OrganizationId organization, String subject, Me token) {
        return adoptOrganization
                .handle(organization)
                .chain(() -> find(organization, subject, token))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .map(found -> found.orElse(token));
    }

    private Uni<Optional<Me>> find(OrganizationId organization, String subject, Me token) {
        return unitOfWork.in(
                organization,
                () -> sql.first(FIND, row -> merged(token, row), UUID.fromString(subject)));
    }

    private static OrganizationName name(Row row) {
        return new OrganizationName()
                .id(row.getLong("organization_id"))
                .name(row.getString("name"));
    }

    private static Me merged(Me token, Row row) {
        return token.id(row.getLong("id"))
                .name(row.getString("name"))
                .email(row.getString("email"))
                .organization(token.getOrganization().name(row.getString("organization_name")));
    }
}
