package io.mauntic.identity.organization;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the organization, and every token from now on, bear another name. */
@ApplicationScoped
public class RenameOrganization {

    private final UnitOfWork unitOfWork;
    private final Organizations organizations;
    private final DirectoryTasks tasks;
    private final Directory directory;

    RenameOrganization(
            UnitOfWork unitOfWork,
            Organizations organizations,
            DirectoryTasks tasks,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.organizations = organizations;
        this.tasks = tasks;
        this.directory = directory;
    }

    /**
     * @param seen what the editor has seen
     */
    public Uni<Void> handle(OrganizationId organization, IfMatch seen, OrganizationName name) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                organizations
                                        .lock(organization)
                                        .chain(organizations::version)
                                        .invoke(seen::refuse)
                                        .chain(() -> organizations.rename(name.value()))
                                        .chain(
                                                () ->
                                                        tasks.note(
                                                                organization,
                                                                DirectoryKind.ORGANIZATION,
                                                                organization.value())))
                .chain(
                        () ->
                                directory.settle(
                                        organization,
                                        DirectoryKind.ORGANIZATION,
                                        organization.value()));
    }
}
