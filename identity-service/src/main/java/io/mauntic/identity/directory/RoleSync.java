package io.mauntic.identity.directory;

import io.mauntic.identity.role.Role;
import io.mauntic.identity.role.Roles;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes Keycloak's realm role grant what the row says, or removes it. */
@ApplicationScoped
class RoleSync implements DirectorySync {

    private final UnitOfWork unitOfWork;
    private final Roles rows;
    private final DirectoryTasks tasks;
    private final KeycloakRealm keycloak;
    private final KeycloakRoles roles;

    RoleSync(
            UnitOfWork unitOfWork,
            Roles rows,
            DirectoryTasks tasks,
            KeycloakRealm keycloak,
            KeycloakRoles roles) {
        this.unitOfWork = unitOfWork;
        this.rows = rows;
        this.tasks = tasks;
        this.keycloak = keycloak;
        this.roles = roles;
    }

    @Override
    public DirectoryKind kind() {
        return DirectoryKind.ROLE;
    }

    @Override
    public Uni<Void> carryOut(DirectoryTask task) {
        return unitOfWork
                .in(task.organization(), () -> rows.find(task.id()))
                .chain(active -> active.isPresent() ? put(task, active.get()) : remove(task));
    }

    private Uni<Void> put(DirectoryTask task, Role role) {
        return keycloak.work(() -> roles.put(role))
                .chain(() -> unitOfWork.in(task.organization(), () -> tasks.done(task)));
    }

    private Uni<Void> remove(DirectoryTask task) {
        return keycloak.work(() -> roles.remove(Role.directoryName(task.organization(), task.id())))
                .chain(
                        () ->
                                unitOfWork.in(
                                        task.organization(),
                                        () ->
                                                rows.forget(task.id())
                                                        .chain(() -> tasks.done(task))));
    }
}
