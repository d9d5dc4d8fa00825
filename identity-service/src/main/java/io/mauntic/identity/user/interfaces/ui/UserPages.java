package io.mauntic.identity.user.interfaces.ui;

import io.mauntic.contracts.identity.model.User;
import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.pages.Missing;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.application.BlockUser;
import io.mauntic.identity.user.application.DeleteUser;
import io.mauntic.identity.user.application.InviteUser;
import io.mauntic.identity.user.application.UnblockUser;
import io.mauntic.identity.user.infrastructure.UserQueries;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Who works here; shutting the door and opening it again. */
@Path("/ui/identity/users")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("identity:users:read")
class UserPages {

    static final String LIST = "/app/identity/users";
    static final String WRITE = "identity:users:write";
    private static final int ROWS = 20;

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final UserQueries queries;
    private final BlockUser blockUser;
    private final UnblockUser unblockUser;
    private final DeleteUser deleteUser;
    private final InviteUser inviteUser;

    UserPages(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            UserQueries queries,
            BlockUser blockUser,
            UnblockUser unblockUser,
            DeleteUser deleteUser,
            InviteUser inviteUser) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.blockUser = blockUser;
        this.unblockUser = unblockUser;
        this.deleteUser = deleteUser;
        this.inviteUser = inviteUser;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<UserRow> users, boolean mayWrite);

        static native TemplateInstance remove(UserRow user, String problem);
    }

    @GET
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @QueryParam("search") String search,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("orderBy") @DefaultValue("name") String orderBy,
            @QueryParam("orderDir") @DefaultValue("asc") String orderDir) {
        IdentityMessages words = words(headers);
        boolean mayWrite = bearer.may(WRITE);
        return unitOfWork
                .in(
                        bearer.organization(),
                        () -> queries.list(Math.max(1, page), ROWS, search, orderBy, orderDir))
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems().stream()
                                                .map(user -> UserRow.of(user, words))
                                                .toList(),
                                        mayWrite));
    }

    @POST
    @Path("{id}/block")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> block(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        return told(id, blockUser::handle, user -> words(headers).userBlocked(user.getName()));
    }

    @POST
    @Path("{id}/unblock")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> unblock(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        return told(id, unblockUser::handle, user -> words(headers).userUnblocked(user.getName()));
    }

    @POST
    @Path("{id}/invite")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> invite(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        return told(
                id,
                inviteUser::handle,
                user -> words(headers).userInvited(user.getName(), user.getEmail()));
    }

    @GET
    @Path("{id}/remove")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> askToRemove(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        IdentityMessages words = words(headers);
        return Missing.orPage(
                read(bearer.organization(), id)
                        .map(user -> Templates.remove(UserRow.of(user, words), null)),
                LIST);
    }

    @POST
    @Path("{id}/remove")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> remove(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Missing.orAnswer(
                read(actor.organization(), id).chain(user -> remove(actor, user, words)), LIST);
    }

    private Uni<RestResponse<TemplateInstance>> remove(
            Actor actor, User user, IdentityMessages words) {
        return deleteUser
                .handle(actor, user.getId())
                .map(_ -> Answer.goTo(LIST).toast(words.userRemoved(user.getName())).build())
                .onFailure(DomainException.class)
                .recoverWithItem(
                        refusal ->
                                Answer.with(
                                                409,
                                                Templates.remove(
                                                        UserRow.of(user, words),
                                                        refusal.getMessage()))
                                        .build());
    }

    /** Back to the list with what was done, or with why it was not. */
    private Uni<RestResponse<TemplateInstance>> told(
            long id, BiFunction<Actor, Long, Uni<Void>> change, Function<User, String> sentence) {
        Actor actor = Actor.of(bearer);
        return change.apply(actor, id)
                .chain(() -> read(actor.organization(), id))
                .map(sentence)
                .onFailure(DomainException.class)
                .recoverWithItem(Throwable::getMessage)
                .map(message -> Answer.goTo(LIST).toast(message).build());
    }

    private Uni<User> read(OrganizationId organization, long id) {
        return unitOfWork.in(organization, () -> queries.get(id));
    }

    private static IdentityMessages words(HttpHeaders headers) {
        return Words.of(IdentityMessages.class, headers);
    }
}
