package io.mauntic.identity.user.interfaces.ui;

import io.mauntic.contracts.identity.model.Role;
import io.mauntic.contracts.identity.model.User;
import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.pages.Choice;
import io.mauntic.identity.pages.Missing;
import io.mauntic.identity.pages.Refusals;
import io.mauntic.identity.pages.RoleNames;
import io.mauntic.identity.role.RoleQueries;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.application.CreateUser;
import io.mauntic.identity.user.application.UpdateUser;
import io.mauntic.identity.user.infrastructure.UserQueries;
import io.mauntic.kernel.DomainException;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Inviting a person, and changing what stands about them. */
@Path("/ui/identity/users")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission(UserPages.WRITE)
class UserFormPages {

    private static final int ALL_ROLES = 100;

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final UserQueries users;
    private final RoleQueries roles;
    private final CreateUser createUser;
    private final UpdateUser updateUser;

    UserFormPages(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            UserQueries users,
            RoleQueries roles,
            CreateUser createUser,
            UpdateUser updateUser) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.roles = roles;
        this.createUser = createUser;
        this.updateUser = updateUser;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance invite(UserForm form, List<Choice> roles, FormErrors errors);

        static native TemplateInstance edit(
                String inviteHref,
                long id,
                String name,
                String email,
                UserForm form,
                List<Choice> roles,
                FormErrors errors);
    }

    @GET
    @Path("new")
    public Uni<TemplateInstance> invite(@Context HttpHeaders headers) {
        return invite(Actor.of(bearer), new UserForm(), FormErrors.none(), words(headers));
    }

    @POST
    @Path("new")
    public Uni<RestResponse<TemplateInstance>> create(
            @BeanParam UserForm form, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Uni.createFrom()
                .deferred(() -> createUser.handle(actor, form.creation(), null))
                .map(
                        _ ->
                                Answer.goTo(UserPages.LIST)
                                        .toast(words.userInvited(form.name(), form.email()))
                                        .build())
                .onFailure(DomainException.class)
                .recoverWithUni(
                        refusal ->
                                invite(actor, form, Refusals.of(refusal, "role"), words)
                                        .map(page -> Answer.invalid(page).build()));
    }

    @GET
    @Path("{id}/edit")
    public Uni<RestResponse<TemplateInstance>> edit(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Missing.orPage(
                read(actor, id)
                        .chain(
                                user ->
                                        edit(
                                                actor,
                                                user,
                                                UserForm.of(user),
                                                FormErrors.none(),
                                                words)),
                UserPages.LIST);
    }

    @POST
    @Path("{id}/edit")
    public Uni<RestResponse<TemplateInstance>> update(
            @PathParam("id") long id, @BeanParam UserForm form, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Missing.orAnswer(
                read(actor, id).chain(user -> update(actor, user, form, words)), UserPages.LIST);
    }

    private Uni<RestResponse<TemplateInstance>> update(
            Actor actor, User user, UserForm form, IdentityMessages words) {
        return Uni.createFrom()
                .deferred(() -> updateUser.handle(actor, form.change(user.getId())))
                .map(_ -> Answer.goTo(UserPages.LIST).toast(words.saved()).build())
                .onFailure(DomainException.class)
                .recoverWithUni(
                        refusal ->
                                edit(actor, user, form, Refusals.of(refusal, "role"), words)
                                        .map(page -> Answer.invalid(page).build()));
    }

    private Uni<TemplateInstance> invite(
            Actor actor, UserForm form, FormErrors errors, IdentityMessages words) {
        return choices(actor, form, words).map(roles -> Templates.invite(form, roles, errors));
    }

    private Uni<TemplateInstance> edit(
            Actor actor, User user, UserForm form, FormErrors errors, IdentityMessages words) {
        return choices(actor, form, words)
                .map(
                        roles ->
                                Templates.edit(
                                        "%s/%d/invite".formatted(UserPages.LIST, user.getId()),
                                        user.getId(),
                                        user.getName(),
                                        user.getEmail(),
                                        form,
                                        roles,
                                        errors));
    }

    private Uni<List<Choice>> choices(Actor actor, UserForm form, IdentityMessages words) {
        return unitOfWork
                .in(actor.organization(), () -> roles.list(1, ALL_ROLES, null))
                .map(
                        page ->
                                page.getItems().stream()
                                        .map(role -> choice(role, form, words))
                                        .toList());
    }

    private static Choice choice(Role role, UserForm form, IdentityMessages words) {
        return new Choice(
                role.getName(),
                RoleNames.of(role.getName(), words),
                role.getName().equals(form.role()));
    }

    private Uni<User> read(Actor actor, long id) {
        return unitOfWork.in(actor.organization(), () -> users.get(id));
    }

    private static IdentityMessages words(HttpHeaders headers) {
        return Words.of(IdentityMessages.class, headers);
    }
}
