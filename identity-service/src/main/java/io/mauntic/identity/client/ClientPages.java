package io.mauntic.identity.client;

import io.mauntic.contracts.identity.model.Client;
import io.mauntic.contracts.identity.model.ClientWithSecret;
import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.directory.ClientSecrets;
import io.mauntic.identity.pages.Choice;
import io.mauntic.identity.pages.Missing;
import io.mauntic.identity.pages.Refusals;
import io.mauntic.identity.pages.RoleNames;
import io.mauntic.identity.role.RoleQueries;
import io.mauntic.identity.security.Actor;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Programs that use the API, and their secrets, shown once. */
@Path("/ui/identity/clients")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("identity:clients:read")
class ClientPages {

    private static final String LIST = "/app/identity/clients";
    private static final String WRITE = "identity:clients:write";
    private static final int ROWS = 20;
    private static final int ALL_ROLES = 100;

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final ApiClients clients;
    private final ChangeClients changes;
    private final ClientSecrets secrets;
    private final RoleQueries roles;

    ClientPages(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            ApiClients clients,
            ChangeClients changes,
            ClientSecrets secrets,
            RoleQueries roles) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.changes = changes;
        this.secrets = secrets;
        this.roles = roles;
    }

    /**
     * An API client as the list shows it; without a role the number of its permissions stands for
     * it.
     *
     * @param changeable whether it may do nothing that the reader may not
     */
    record Row(
            long id,
            String name,
            String clientId,
            String role,
            int permissions,
            Instant since,
            boolean changeable) {
        public String secretHref() {
            return LIST + "/" + id + "/secret";
        }

        public String deleteHref() {
            return LIST + "/" + id + "/delete";
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<Row> clients, boolean mayWrite);

        static native TemplateInstance create(
                ClientForm form, List<Choice> roles, FormErrors errors);

        static native TemplateInstance secret(String name, String clientId, String secret);
    }

    @GET
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @QueryParam("page") @DefaultValue("1") int page) {
        IdentityMessages words = words(headers);
        boolean mayWrite = bearer.may(WRITE);
        return unitOfWork
                .in(bearer.organization(), () -> clients.list(Math.max(1, page), ROWS, null))
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems().stream()
                                                .map(client -> row(client, words))
                                                .toList(),
                                        mayWrite));
    }

    @GET
    @Path("new")
    @RequiresPermission(WRITE)
    public Uni<TemplateInstance> askToCreate(@Context HttpHeaders headers) {
        return create(bearer.organization(), new ClientForm(), FormErrors.none(), words(headers));
    }

    @POST
    @Path("new")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> create(
            @BeanParam ClientForm form, @Context HttpHeaders headers) {
        Actor actor = Actor.of(bearer);
        IdentityMessages words = words(headers);
        return Uni.createFrom()
                .deferred(() -> changes.create(actor, form.wanted(), null))
                .chain(id -> read(actor.organization(), id))
                .chain(
                        client ->
                                secrets.of(client.getClientId())
                                        .map(secret -> Secrets.shown(client, secret)))
                .map(client -> Answer.page(shown(client)).build())
                .onFailure(DomainException.class)
                .recoverWithUni(
                        refusal ->
                                create(
                                                actor.organization(),
                                                form,
                                                Refusals.of(refusal, "role"),
                                                words)
                                        .map(page -> Answer.invalid(page).build()));
    }

    @POST
    @Path("{id}/secret")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> rotate(@PathParam("id") long id) {
        return Missing.orPage(changes.rotate(Actor.of(bearer), id).map(ClientPages::shown), LIST);
    }

    @POST
    @Path("{id}/delete")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> delete(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        IdentityMessages words = words(headers);
        return Missing.orAnswer(
                changes.delete(Actor.of(bearer), id)
                        .map(_ -> Answer.goTo(LIST).toast(words.clientDeleted()).build()),
                LIST);
    }

    private Uni<TemplateInstance> create(
            OrganizationId organization,
            ClientForm form,
            FormErrors errors,
            IdentityMessages words) {
        return unitOfWork
                .in(organization, () -> roles.list(1, ALL_ROLES, null))
                .map(
                        page ->
                                page.getItems().stream()
                                        .map(
                                                role ->
                                                        new Choice(
                                                                role.getName(),
                                                                RoleNames.of(role.getName(), words),
                                                                role.getName().equals(form.role())))
                                        .toList())
                .map(choices -> Templates.create(form, choices, errors));
    }

    private static TemplateInstance shown(ClientWithSecret client) {
        return Templates.secret(client.getName(), client.getClientId(), client.getSecret());
    }

    private Uni<Client> read(OrganizationId organization, long id) {
        return unitOfWork.in(organization, () -> clients.get(id));
    }

    private Row row(Client client, IdentityMessages words) {
        return new Row(
                client.getId(),
                client.getName(),
                client.getClientId(),
                client.getRole() == null ? null : RoleNames.of(client.getRole(), words),
                client.getPermissions().size(),
                client.getCreatedAt().toInstant(),
                bearer.permissions().containsAll(client.getPermissions()));
    }

    private static IdentityMessages words(HttpHeaders headers) {
        return Words.of(IdentityMessages.class, headers);
    }
}
