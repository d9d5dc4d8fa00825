package io.mauntic.identity.user.interfaces.rest;

import io.mauntic.contracts.identity.api.UsersApi;
import io.mauntic.contracts.identity.model.NewUser;
import io.mauntic.contracts.identity.model.User;
import io.mauntic.contracts.identity.model.UserChange;
import io.mauntic.contracts.identity.model.UserPage;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.application.BlockUser;
import io.mauntic.identity.user.application.CreateUser;
import io.mauntic.identity.user.application.DeleteUser;
import io.mauntic.identity.user.application.InviteUser;
import io.mauntic.identity.user.application.UnblockUser;
import io.mauntic.identity.user.application.UpdateUser;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserEmail;
import io.mauntic.identity.user.infrastructure.UserQueries;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The people of an organization. */
class UsersResource implements UsersApi {

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final UserQueries queries;
    private final CreateUser createUser;
    private final UpdateUser updateUser;
    private final BlockUser blockUser;
    private final UnblockUser unblockUser;
    private final InviteUser inviteUser;
    private final DeleteUser deleteUser;

    UsersResource(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            UserQueries queries,
            CreateUser createUser,
            UpdateUser updateUser,
            BlockUser blockUser,
            UnblockUser unblockUser,
            InviteUser inviteUser,
            DeleteUser deleteUser) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.createUser = createUser;
        this.updateUser = updateUser;
        this.blockUser = blockUser;
        this.unblockUser = unblockUser;
        this.inviteUser = inviteUser;
        this.deleteUser = deleteUser;
    }

    @Override
    public Uni<UserPage> listUsers(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {
        return unitOfWork.in(
                bearer.organization(), () -> queries.list(page, limit, search, orderBy, orderDir));
    }

    @Override
    public Uni<User> getUser(Long id) {
        return read(bearer.organization(), id);
    }

    @Override
    public Uni<User> createUser(NewUser user, String idempotencyKey) {
        Actor actor = Actor.of(bearer);
        CreateUser.Command command =
                new CreateUser.Command(
                        PersonName.typed(user.getName()),
                        UserEmail.of(user.getEmail()),
                        user.getRole());
        return createUser
                .handle(actor, command, idempotencyKey)
                .chain(id -> read(actor.organization(), id));
    }

    @Override
    public Uni<User> updateUser(Long id, UserChange change, String ifMatch) {
        Actor actor = Actor.of(bearer);
        UpdateUser.Command command =
                new UpdateUser.Command(
                        id,
                        IfMatch.of(ifMatch),
                        Optional.ofNullable(change.getName()).map(PersonName::typed),
                        Optional.ofNullable(change.getEmail()).map(UserEmail::of),
                        Optional.ofNullable(change.getRole()));
        return updateUser.handle(actor, command).chain(() -> read(actor.organization(), id));
    }

    @Override
    public Uni<User> blockUser(Long id) {
        Actor actor = Actor.of(bearer);
        return blockUser.handle(actor, id).chain(() -> read(actor.organization(), id));
    }

    @Override
    public Uni<User> unblockUser(Long id) {
        Actor actor = Actor.of(bearer);
        return unblockUser.handle(actor, id).chain(() -> read(actor.organization(), id));
    }

    @Override
    public Uni<User> inviteUser(Long id) {
        Actor actor = Actor.of(bearer);
        return inviteUser.handle(actor, id).chain(() -> read(actor.organization(), id));
    }

    @Override
    public Uni<Void> deleteUser(Long id) {
        return deleteUser.handle(Actor.of(bearer), id);
    }

    private Uni<User> read(OrganizationId organization, long id) {
        return unitOfWork.in(organization, () -> queries.get(id));
    }
}
