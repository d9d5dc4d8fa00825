package io.mauntic.identity.role;

import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.pages.Missing;
import io.mauntic.identity.pages.PermissionGroup;
import io.mauntic.identity.pages.Refusals;
import io.mauntic.identity.pages.RoleNames;
import io.mauntic.identity.security.Actor;
import io.mauntic.kernel.DomainException;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** What people may do, by the role they have. */
@Path("/ui/identity/roles")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("identity:roles:read")
class RolePages {

    private static final String LIST = "/app/identity/roles";
    private static final String WRITE = "identity:roles:write";
    private static final int ROWS = 20;

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final RoleQueries queries;
    private final ChangeRoles roles;

    RolePages(CurrentUser bearer, UnitOfWork unitOfWork, RoleQueries queries, ChangeRoles roles) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.roles = roles;
    }

    /** A role as the list shows it. */
    record Row(long id, String name, boolean builtIn, int permissions, long people) {
        public String deleteHref() {
            return LIST + "/" + id + "/delete";
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<Row> roles, boolean mayWrite);

        static native TemplateInstance create(
                RoleForm form, List<PermissionGroup> groups, FormErrors errors);

        static native TemplateInstance edit(
                Row role,
                RoleForm form,
                List<PermissionGroup> groups,
                FormErrors errors,
                boolean locked);
    }

    @GET
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @QueryParam("page") @DefaultValue("1") int page) {
        IdentityMessages words = words(headers);
        boolean mayWrite = bearer.may(WRITE);
        return unitOfWork
                .in(bearer.organization(), () -> queries.list(Math.max(1, page), ROWS, null))
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems().stream()
                                                .map(role -> row(role, words))
                                                .toList(),
                                        mayWrite));
    }

    @GET
    @Path("new")
    @RequiresPermission(WRITE)
    public TemplateInstance askToCreate(@Context HttpHeaders headers) {
        return create(new RoleForm(), FormErrors.none(), words(headers));
    }

    @POST
    @Path("new")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> create(
            @BeanParam RoleForm form, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Uni.createFrom()
                .deferred(
                        () ->
                                roles.create(
                                        actor,
                                        new ChangeRoles.Wanted(form.name(), form.permissions()),
                                        null))
                .map(_ -> Answer.goTo(LIST).toast(words.saved()).build())
                .onFailure(DomainException.class)
                .recoverWithItem(
                        refusal -> Answer.invalid(create(form, errors(refusal), words)).build());
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<TemplateInstance>> show(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        IdentityMessages words = words(headers);
        boolean mayWrite = bearer.may(WRITE);
        return Missing.orPage(
                read(Actor.of(bearer), id)
                        .map(
                                role ->
                                        edit(
                                                role,
                                                RoleForm.of(role),
                                                FormErrors.none(),
                                                role.getBuiltIn() || !mayWrite,
                                                words)),
                LIST);
    }

    @POST
    @Path("{id}")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> update(
            @PathParam("id") long id, @BeanParam RoleForm form, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Missing.orAnswer(
                read(actor, id).chain(role -> update(actor, role, form, words)), LIST);
    }

    @POST
    @Path("{id}/delete")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> delete(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        IdentityMessages words = words(headers);
        return roles.delete(Actor.of(bearer), id)
                .map(_ -> words.roleDeleted())
                .onFailure(DomainException.class)
                .recoverWithItem(Throwable::getMessage)
                .map(message -> Answer.goTo(LIST).toast(message).build());
    }

    private Uni<RestResponse<TemplateInstance>> update(
            Actor actor,
            io.mauntic.contracts.identity.model.Role role,
            RoleForm form,
            IdentityMessages words) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                roles.change(
                                        actor,
                                        role.getId(),
                                        IfMatch.ANY,
                                        Optional.of(form.name()),
                                        Optional.of(form.permissions())))
                .map(_ -> Answer.goTo(LIST).toast(words.saved()).build())
                .onFailure(DomainException.class)
                .recoverWithItem(
                        refusal ->
                                Answer.invalid(edit(role, form, errors(refusal), false, words))
                                        .build());
    }

    private static TemplateInstance create(
            RoleForm form, FormErrors errors, IdentityMessages words) {
        return Templates.create(form, PermissionGroup.all(form.permissions(), words), errors);
    }

    private static TemplateInstance edit(
            io.mauntic.contracts.identity.model.Role role,
            RoleForm form,
            FormErrors errors,
            boolean locked,
            IdentityMessages words) {
        return Templates.edit(
                row(role, words),
                form,
                PermissionGroup.all(form.permissions(), words),
                errors,
                locked);
    }

    private Uni<io.mauntic.contracts.identity.model.Role> read(Actor actor, long id) {
        return unitOfWork.in(actor.organization(), () -> queries.get(id));
    }

    private static Row row(io.mauntic.contracts.identity.model.Role role, IdentityMessages words) {
        return new Row(
                role.getId(),
                RoleNames.of(role.getName(), words),
                role.getBuiltIn(),
                role.getPermissions().size(),
                role.getUsers());
    }

    private static FormErrors errors(Throwable refusal) {
        return Refusals.of((DomainException) refusal, "permissions");
    }

    private static IdentityMessages words(HttpHeaders headers) {
        return Words.of(IdentityMessages.class, headers);
    }
}
