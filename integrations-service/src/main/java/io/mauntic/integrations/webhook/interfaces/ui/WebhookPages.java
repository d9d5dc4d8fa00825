package io.mauntic.integrations.webhook.interfaces.ui;

import io.mauntic.contracts.integrations.model.Webhook;
import io.mauntic.integrations.IntegrationsMessages;
import io.mauntic.integrations.delivery.application.SendTest;
import io.mauntic.integrations.webhook.application.DeleteWebhook;
import io.mauntic.integrations.webhook.application.RotateSecret;
import io.mauntic.integrations.webhook.application.SwitchWebhook;
import io.mauntic.integrations.webhook.infrastructure.WebhookQueries;
import io.mauntic.kernel.WebhookId;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The list of webhooks and what can be done with one at a click. */
@Path("/ui/integrations/webhooks")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("integrations:webhooks:read")
class WebhookPages {

    static final String WRITE = "integrations:webhooks:write";
    static final String WEBHOOKS = "/app/integrations/webhooks";
    private static final int ROWS = 20;

    private final WebhookQueries webhooks;
    private final SwitchWebhook switchWebhook;
    private final DeleteWebhook deleteWebhook;
    private final RotateSecret rotateSecret;
    private final SendTest sendTest;
    private final CurrentUser user;

    WebhookPages(
            WebhookQueries webhooks,
            SwitchWebhook switchWebhook,
            DeleteWebhook deleteWebhook,
            RotateSecret rotateSecret,
            SendTest sendTest,
            CurrentUser user) {
        this.webhooks = webhooks;
        this.switchWebhook = switchWebhook;
        this.deleteWebhook = deleteWebhook;
        this.rotateSecret = rotateSecret;
        this.sendTest = sendTest;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<Webhook> webhooks, boolean mayWrite);

        static native TemplateInstance delete(Webhook webhook);

        static native TemplateInstance rotate(Webhook webhook);

        static native TemplateInstance secret(Webhook webhook, String secret);
    }

    @GET
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @QueryParam("search") String search,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("orderBy") @DefaultValue("createdAt") String orderBy,
            @QueryParam("orderDir") @DefaultValue("desc") String orderDir) {
        return webhooks.page(
                        user.organization(), Math.max(1, page), ROWS, search, orderBy, orderDir)
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems(),
                                        user.may(WRITE)));
    }

    @POST
    @Path("{id}/test")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> test(
            @PathParam("id") WebhookParam id, @Context HttpHeaders headers) {
        return sendTest.handle(user.organization(), id.id())
                .map(_ -> backToLog(id.id()).toast(words(headers).testSent()).build());
    }

    @POST
    @Path("{id}/switch-off")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> switchOff(
            @PathParam("id") WebhookParam id, @Context HttpHeaders headers) {
        return switchWebhook
                .handle(user.organization(), id.id(), false)
                .map(
                        _ ->
                                backToLog(id.id())
                                        .toast(
                                                words(headers).switchedOff(),
                                                WEBHOOKS + "/" + id.id() + "/switch-on")
                                        .build());
    }

    @POST
    @Path("{id}/switch-on")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> switchOn(
            @PathParam("id") WebhookParam id, @Context HttpHeaders headers) {
        return switchWebhook
                .handle(user.organization(), id.id(), true)
                .map(_ -> backToLog(id.id()).toast(words(headers).switchedOn()).build());
    }

    @GET
    @Path("{id}/rotate-secret")
    @RequiresPermission(WRITE)
    public Uni<TemplateInstance> askToRotate(@PathParam("id") WebhookParam id) {
        return webhooks.get(user.organization(), id.id()).map(Templates::rotate);
    }

    @POST
    @Path("{id}/rotate-secret")
    @RequiresPermission(WRITE)
    public Uni<TemplateInstance> rotate(@PathParam("id") WebhookParam id) {
        return rotateSecret
                .handle(user.organization(), id.id())
                .chain(
                        secret ->
                                webhooks.get(user.organization(), id.id())
                                        .map(webhook -> Templates.secret(webhook, secret.text())));
    }

    @GET
    @Path("{id}/delete")
    @RequiresPermission(WRITE)
    public Uni<TemplateInstance> askToDelete(@PathParam("id") WebhookParam id) {
        return webhooks.get(user.organization(), id.id()).map(Templates::delete);
    }

    @POST
    @Path("{id}/delete")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> delete(
            @PathParam("id") WebhookParam id, @Context HttpHeaders headers) {
        return deleteWebhook
                .handle(user.organization(), id.id())
                .map(_ -> Answer.goTo(WEBHOOKS).toast(words(headers).deleted()).build());
    }

    private static Answer backToLog(WebhookId id) {
        return Answer.goTo(WEBHOOKS + "/" + id);
    }

    private static IntegrationsMessages words(HttpHeaders headers) {
        return Words.of(IntegrationsMessages.class, headers);
    }
}
