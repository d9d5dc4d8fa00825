package io.mauntic.integrations.webhook.interfaces.ui;

import io.mauntic.contracts.integrations.model.Webhook;
import io.mauntic.integrations.IntegrationsMessages;
import io.mauntic.integrations.webhook.application.ChangeWebhook;
import io.mauntic.integrations.webhook.application.CreateWebhook;
import io.mauntic.integrations.webhook.application.Destinations;
import io.mauntic.integrations.webhook.application.RevealSecret;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.integrations.webhook.infrastructure.WebhookQueries;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** Making and changing a webhook. */
@Path("/ui/integrations/webhooks")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission(WebhookPages.WRITE)
class WebhookFormPages {

    private final CreateWebhook createWebhook;
    private final ChangeWebhook changeWebhook;
    private final RevealSecret revealSecret;
    private final Destinations destinations;
    private final WebhookQueries webhooks;
    private final CurrentUser user;

    WebhookFormPages(
            CreateWebhook createWebhook,
            ChangeWebhook changeWebhook,
            RevealSecret revealSecret,
            Destinations destinations,
            WebhookQueries webhooks,
            CurrentUser user) {
        this.createWebhook = createWebhook;
        this.changeWebhook = changeWebhook;
        this.revealSecret = revealSecret;
        this.destinations = destinations;
        this.webhooks = webhooks;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(WebhookForm form);
    }

    @GET
    @Path("new")
    public TemplateInstance begin(@Context HttpHeaders headers) {
        return Templates.form(blank(headers, WebhookForm.empty()));
    }

    @POST
    @Path("new")
    public Uni<RestResponse<TemplateInstance>> create(
            @Context HttpHeaders headers,
            @RestForm String name,
            @RestForm String url,
            @RestForm List<String> events) {
        Subscription wanted = new Subscription(name, url, events);
        OrganizationId organization = user.organization();
        return checked(wanted)
                .chain(() -> createWebhook.handle(organization, wanted))
                .chain(id -> shown(organization, id))
                .map(page -> Answer.page(page).build())
                .onFailure(DomainException.class)
                .recoverWithItem(refusal -> refused(blank(headers, wanted), refusal));
    }

    private Uni<TemplateInstance> shown(OrganizationId organization, WebhookId id) {
        return revealSecret
                .handle(organization, id)
                .chain(
                        secret ->
                                webhooks.get(organization, id)
                                        .map(
                                                webhook ->
                                                        WebhookPages.Templates.secret(
                                                                webhook, secret.text())));
    }

    @GET
    @Path("{id}/edit")
    public Uni<TemplateInstance> edit(
            @PathParam("id") WebhookParam id, @Context HttpHeaders headers) {
        return webhooks.get(user.organization(), id.id())
                .map(webhook -> Templates.form(filled(headers, webhook, WebhookForm.of(webhook))));
    }

    @POST
    @Path("{id}/edit")
    public Uni<RestResponse<TemplateInstance>> change(
            @PathParam("id") WebhookParam id,
            @Context HttpHeaders headers,
            @RestForm String name,
            @RestForm String url,
            @RestForm List<String> events) {
        Subscription wanted = new Subscription(name, url, events);
        return webhooks.get(user.organization(), id.id())
                .chain(webhook -> change(headers, webhook, wanted));
    }

    private Uni<RestResponse<TemplateInstance>> change(
            HttpHeaders headers, Webhook webhook, Subscription wanted) {
        return checked(wanted)
                .chain(
                        () ->
                                changeWebhook.handle(
                                        user.organization(),
                                        new WebhookId(webhook.getId()),
                                        IfMatch.ANY,
                                        now ->
                                                new ChangeWebhook.Wanted(
                                                        wanted.checked(), now.active())))
                .map(
                        _ ->
                                Answer.goTo(WebhookPages.WEBHOOKS + "/" + webhook.getId())
                                        .toast(words(headers).saved())
                                        .build())
                .onFailure(DomainException.class)
                .recoverWithItem(refusal -> refused(filled(headers, webhook, wanted), refusal));
    }

    private Uni<Void> checked(Subscription wanted) {
        return Uni.createFrom()
                .item(wanted)
                .map(Subscription::checked)
                .chain(subscription -> destinations.check(subscription.url()));
    }

    private static RestResponse<TemplateInstance> refused(WebhookForm form, Throwable refusal) {
        return Answer.invalid(Templates.form(form.refused((DomainException) refusal))).build();
    }

    private static WebhookForm blank(HttpHeaders headers, Subscription subscription) {
        IntegrationsMessages words = words(headers);
        return new WebhookForm(
                WebhookPages.WEBHOOKS + "/new",
                words.newWebhook(),
                words.create(),
                WebhookPages.WEBHOOKS,
                subscription,
                FormErrors.none());
    }

    private static WebhookForm filled(
            HttpHeaders headers, Webhook webhook, Subscription subscription) {
        String address = WebhookPages.WEBHOOKS + "/" + webhook.getId();
        return new WebhookForm(
                address + "/edit",
                webhook.getName(),
                words(headers).save(),
                address,
                subscription,
                FormErrors.none());
    }

    private static IntegrationsMessages words(HttpHeaders headers) {
        return Words.of(IntegrationsMessages.class, headers);
    }
}
