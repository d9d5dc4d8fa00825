package io.mauntic.identity.role;

import io.mauntic.contracts.identity.api.RolesApi;
import io.mauntic.contracts.identity.model.NewRole;
import io.mauntic.contracts.identity.model.Role;
import io.mauntic.contracts.identity.model.RoleChange;
import io.mauntic.contracts.identity.model.RolePage;
import io.mauntic.identity.security.Actor;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What people may do, by the role they have. */
class RolesResource implements RolesApi {

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final RoleQueries queries;
    private final ChangeRoles roles;

    RolesResource(
            CurrentUser bearer, UnitOfWork unitOfWork, RoleQueries queries, ChangeRoles roles) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.roles = roles;
    }

    @Override
    public Uni<List<String>> listPermissions() {
        return Uni.createFrom().item(Permission.ALL);
    }

    @Override
    public Uni<RolePage> listRoles(Integer page, Integer limit, String cursor, String search) {
        return unitOfWork.in(bearer.organization(), () -> queries.list(page, limit, search));
    }

    @Override
    public Uni<Role> getRole(Long id) {
        return unitOfWork.in(bearer.organization(), () -> queries.get(id));
    }

    @Override
    public Uni<Role> createRole(NewRole role, String idempotencyKey) {
        Actor actor = Actor.of(bearer);
        return roles.create(
                        actor,
                        new ChangeRoles.Wanted(role.getName(), role.getPermissions()),
                        idempotencyKey)
                .chain(id -> unitOfWork.in(actor.organization(), () -> queries.get(id)));
    }

    @Override
    public Uni<Role> updateRole(Long id, RoleChange change, String ifMatch) {
        Actor actor = Actor.of(bearer);
        Optional<List<String>> permissions =
                Optional.ofNullable(change.getPermissions()).filter(wanted -> !wanted.isEmpty());
        return roles.change(
                        actor,
                        id,
                        IfMatch.of(ifMatch),
                        Optional.ofNullable(change.getName()),
                        permissions)
                .chain(() -> unitOfWork.in(actor.organization(), () -> queries.get(id)));
    }

    @Override
    public Uni<Void> deleteRole(Long id) {
        return roles.delete(Actor.of(bearer), id);
    }
}
