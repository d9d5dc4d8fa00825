package io.mauntic.identity.organization;

import io.mauntic.contracts.identity.api.OrganizationsApi;
import io.mauntic.contracts.identity.model.NewAdministrator;
import io.mauntic.contracts.identity.model.NewOrganization;
import io.mauntic.contracts.identity.model.Organization;
import io.mauntic.contracts.identity.model.OrganizationChange;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserEmail;
import io.mauntic.identity.user.infrastructure.UserQueries;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

/** The bearer's organization, and others for those who may make them. */
class OrganizationsResource implements OrganizationsApi {

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final Organizations organizations;
    private final UserQueries users;
    private final CreateOrganization createOrganization;
    private final RenameOrganization renameOrganization;

    OrganizationsResource(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            Organizations organizations,
            UserQueries users,
            CreateOrganization createOrganization,
            RenameOrganization renameOrganization) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.organizations = organizations;
        this.users = users;
        this.createOrganization = createOrganization;
        this.renameOrganization = renameOrganization;
    }

    @Override
    public Uni<Organization> getOrganization() {
        OrganizationId id = bearer.organization();
        return unitOfWork.in(id, () -> read(id));
    }

    @Override
    public Uni<Organization> updateOrganization(OrganizationChange change, String ifMatch) {
        OrganizationId id = bearer.organization();
        return renameOrganization
                .handle(id, IfMatch.of(ifMatch), new OrganizationName(change.getName()))
                .chain(() -> unitOfWork.in(id, () -> read(id)));
    }

    @Override
    public Uni<Organization> createOrganization(
            NewOrganization organization, String idempotencyKey) {
        NewAdministrator administrator = organization.getAdministrator();
        CreateOrganization.Command command =
                new CreateOrganization.Command(
                        new OrganizationName(organization.getName()),
                        PersonName.typed(administrator.getName()),
                        UserEmail.of(administrator.getEmail()));
        return createOrganization
                .handle(Actor.of(bearer), command, idempotencyKey)
                .chain(made -> unitOfWork.in(made.organization(), () -> read(made)));
    }

    private Uni<Organization> read(CreateOrganization.Created made) {
        return read(made.organization())
                .chain(
                        organization ->
                                users.get(made.administrator()).map(organization::administrator));
    }

    private Uni<Organization> read(OrganizationId id) {
        return organizations
                .find()
                .map(found -> found.orElseThrow(() -> new NotFound("organization", id)));
    }
}
