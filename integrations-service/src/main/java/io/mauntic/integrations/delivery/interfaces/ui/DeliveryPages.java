package io.mauntic.integrations.delivery.interfaces.ui;

import io.mauntic.contracts.integrations.model.Delivery;
import io.mauntic.contracts.integrations.model.DeliveryPage;
import io.mauntic.contracts.integrations.model.Webhook;
import io.mauntic.integrations.IntegrationsMessages;
import io.mauntic.integrations.delivery.application.ReplayDelivery;
import io.mauntic.integrations.delivery.infrastructure.DeliveryQueries;
import io.mauntic.integrations.webhook.infrastructure.WebhookQueries;
import io.mauntic.integrations.webhook.interfaces.ui.WebhookParam;
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
import org.jboss.resteasy.reactive.RestResponse;

/** A webhook's page, which is its log, and one delivery with its attempts. */
@Path("/ui/integrations/webhooks")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("integrations:webhooks:read")
class DeliveryPages {

    private static final String WRITE = "integrations:webhooks:write";
    private static final int ROWS = 20;

    private final WebhookQueries webhooks;
    private final DeliveryQueries deliveries;
    private final ReplayDelivery replayDelivery;
    private final CurrentUser user;

    DeliveryPages(
            WebhookQueries webhooks,
            DeliveryQueries deliveries,
            ReplayDelivery replayDelivery,
            CurrentUser user) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.replayDelivery = replayDelivery;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance log(
                Webhook webhook,
                PageLinks links,
                Pager pager,
                DeliveryPage found,
                boolean mayWrite);

        static native TemplateInstance delivery(
                Webhook webhook, Delivery delivery, boolean mayWrite);
    }

    @GET
    @Path("{id}")
    public Uni<TemplateInstance> log(
            @PathParam("id") WebhookParam id,
            @Context UriInfo uri,
            @QueryParam("status") String status,
            @QueryParam("page") @DefaultValue("1") int page) {
        return webhooks.get(user.organization(), id.id())
                .chain(
                        webhook ->
                                deliveries
                                        .page(
                                                user.organization(),
                                                id.id(),
                                                Math.max(1, page),
                                                ROWS,
                                                null,
                                                status,
                                                null)
                                        .map(
                                                found ->
                                                        Templates.log(
                                                                webhook,
                                                                PageLinks.of(uri),
                                                                pager(found),
                                                                found,
                                                                user.may(WRITE))));
    }

    @GET
    @Path("{id}/deliveries/{delivery}")
    public Uni<TemplateInstance> delivery(
            @PathParam("id") WebhookParam id, @PathParam("delivery") long delivery) {
        return webhooks.get(user.organization(), id.id())
                .chain(
                        webhook ->
                                deliveries
                                        .get(user.organization(), id.id(), delivery)
                                        .map(
                                                found ->
                                                        Templates.delivery(
                                                                webhook, found, user.may(WRITE))));
    }

    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> replay(
            @PathParam("id") WebhookParam id,
            @PathParam("delivery") long delivery,
            @Context HttpHeaders headers) {
        String address = "/app/integrations/webhooks/" + id.id() + "/deliveries/" + delivery;
        return replayDelivery
                .handle(user.organization(), id.id(), delivery)
                .map(
                        _ ->
                                Answer.goTo(address)
                                        .toast(
                                                Words.of(IntegrationsMessages.class, headers)
                                                        .replayed())
                                        .build());
    }

    private static Pager pager(DeliveryPage found) {
        return Pager.of(found.getPage(), found.getLimit(), found.getTotal());
    }
}
