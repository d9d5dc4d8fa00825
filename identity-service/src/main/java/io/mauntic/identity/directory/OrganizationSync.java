package io.mauntic.identity.directory;

import io.mauntic.identity.organization.Organizations;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.keycloak.representations.idm.GroupRepresentation;

/** Has Keycloak's group bear the organization's name. */
@ApplicationScoped
class OrganizationSync implements DirectorySync {

    private final UnitOfWork unitOfWork;
    private final Organizations organizations;
    private final DirectoryTasks tasks;
    private final KeycloakRealm keycloak;
    private final KeycloakGroups groups;
    private final KeycloakMemberships memberships;

    OrganizationSync(
            UnitOfWork unitOfWork,
            Organizations organizations,
            DirectoryTasks tasks,
            KeycloakRealm keycloak,
            KeycloakGroups groups,
            KeycloakMemberships memberships) {
        this.unitOfWork = unitOfWork;
        this.organizations = organizations;
        this.tasks = tasks;
        this.keycloak = keycloak;
        this.groups = groups;
        this.memberships = memberships;
    }

    @Override
    public DirectoryKind kind() {
        return DirectoryKind.ORGANIZATION;
    }

    @Override
    public Uni<Void> carryOut(DirectoryTask task) {
        return unitOfWork
                .in(task.organization(), organizations::find)
                .chain(
                        found ->
                                keycloak.work(
                                        () ->
                                                rename(
                                                        task.organization(),
                                                        found.orElseThrow().getName())))
                .chain(() -> unitOfWork.in(task.organization(), () -> tasks.done(task)));
    }

    private GroupRepresentation rename(OrganizationId organization, String name) {
        GroupRepresentation group = groups.put(organization, name);
        memberships.rename(organization, group);
        return group;
    }
}
