package io.mauntic.integrations.webhook.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.contracts.integrations.api.WebhooksApi;
import io.mauntic.contracts.integrations.model.Delivery;
import io.mauntic.contracts.integrations.model.NewWebhook;
import io.mauntic.contracts.integrations.model.Webhook;
import io.mauntic.contracts.integrations.model.WebhookEvent;
import io.mauntic.contracts.integrations.model.WebhookPage;
import io.mauntic.contracts.integrations.model.WebhookStatus;
import io.mauntic.contracts.integrations.model.WebhookWithSecret;
import io.mauntic.integrations.delivery.application.SendTest;
import io.mauntic.integrations.delivery.infrastructure.DeliveryQueries;
import io.mauntic.integrations.webhook.application.ChangeWebhook;
import io.mauntic.integrations.webhook.application.CreateWebhook;
import io.mauntic.integrations.webhook.application.DeleteWebhook;
import io.mauntic.integrations.webhook.application.Destinations;
import io.mauntic.integrations.webhook.application.RevealSecret;
import io.mauntic.integrations.webhook.application.RotateSecret;
import io.mauntic.integrations.webhook.domain.EventCatalogue;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.integrations.webhook.infrastructure.WebhookQueries;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import java.util.List;

/** The contract's webhooks. */
class WebhooksResource implements WebhooksApi {

    private final CreateWebhook createWebhook;
    private final ChangeWebhook changeWebhook;
    private final DeleteWebhook deleteWebhook;
    private final RotateSecret rotateSecret;
    private final RevealSecret revealSecret;
    private final SendTest sendTest;
    private final Destinations destinations;
    private final WebhookQueries webhooks;
    private final DeliveryQueries deliveries;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final CurrentUser user;

    WebhooksResource(
            CreateWebhook createWebhook,
            ChangeWebhook changeWebhook,
            DeleteWebhook deleteWebhook,
            RotateSecret rotateSecret,
            RevealSecret revealSecret,
            SendTest sendTest,
            Destinations destinations,
            WebhookQueries webhooks,
            DeliveryQueries deliveries,
            Idempotency idempotency,
            MergePatch mergePatch,
            CurrentUser user) {
        this.createWebhook = createWebhook;
        this.changeWebhook = changeWebhook;
        this.deleteWebhook = deleteWebhook;
        this.rotateSecret = rotateSecret;
        this.revealSecret = revealSecret;
        this.sendTest = sendTest;
        this.destinations = destinations;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.user = user;
    }

    @Override
    public Uni<WebhookWithSecret> createWebhook(NewWebhook wanted, String idempotencyKey) {
        OrganizationId organization = user.organization();
        Subscription subscription =
                new Subscription(wanted.getName(), wanted.getUrl(), wanted.getEvents()).checked();
        return destinations
                .check(subscription.url())
                .chain(
                        () ->
                                idempotency.once(
                                        idempotencyKey,
                                        wanted,
                                        Webhook.class,
                                        () -> create(organization, subscription)))
                .chain(
                        webhook ->
                                revealSecret
                                        .handle(organization, new WebhookId(webhook.getId()))
                                        .map(secret -> shown(webhook, secret.text())));
    }

    /** The one answer that shows the secret. */
    private static WebhookWithSecret shown(Webhook webhook, String secret) {
        return new WebhookWithSecret()
                .id(webhook.getId())
                .version(webhook.getVersion())
                .name(webhook.getName())
                .url(webhook.getUrl())
                .events(webhook.getEvents())
                .status(webhook.getStatus())
                .disabledReason(webhook.getDisabledReason())
                .secret(secret)
                .previousSecretUntil(webhook.getPreviousSecretUntil())
                .delivered(webhook.getDelivered())
                .failed(webhook.getFailed())
                .pending(webhook.getPending())
                .lastStatus(webhook.getLastStatus())
                .lastAttemptAt(webhook.getLastAttemptAt())
                .createdAt(webhook.getCreatedAt())
                .updatedAt(webhook.getUpdatedAt());
    }

    private Uni<Webhook> create(OrganizationId organization, Subscription subscription) {
        return createWebhook
                .handle(organization, subscription)
                .chain(id -> webhooks.get(organization, id));
    }

    @Override
    public Uni<Webhook> getWebhook(Long id) {
        return webhooks.get(user.organization(), webhookId(id));
    }

    @Override
    public Uni<WebhookPage> listWebhooks(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {
        return webhooks.page(user.organization(), page, limit, search, orderBy, orderDir);
    }

    @Override
    public Uni<Webhook> updateWebhook(Long id, ObjectNode patch, String ifMatch) {
        OrganizationId organization = user.organization();
        WebhookId webhook = webhookId(id);
        IfMatch seen = IfMatch.of(ifMatch);
        return webhooks.get(organization, webhook)
                .map(before -> patched(wanted(before), patch))
                .call(wanted -> destinations.check(wanted.subscription().url()))
                .chain(
                        () ->
                                changeWebhook.handle(
                                        organization, webhook, seen, now -> patched(now, patch)))
                .chain(() -> webhooks.get(organization, webhook));
    }

    private static ChangeWebhook.Wanted wanted(Webhook shown) {
        return new ChangeWebhook.Wanted(
                new Subscription(shown.getName(), shown.getUrl(), shown.getEvents()),
                shown.getStatus() != WebhookStatus.DISABLED);
    }

    private ChangeWebhook.Wanted patched(ChangeWebhook.Wanted before, ObjectNode patch) {
        Subscription subscription = before.subscription();
        WebhookChange change =
                new WebhookChange(
                        subscription.name(),
                        subscription.url(),
                        subscription.events(),
                        before.active() ? WebhookStatus.ACTIVE : WebhookStatus.DISABLED);
        try {
            WebhookChange wanted = mergePatch.apply(change, patch, WebhookChange.class);
            return new ChangeWebhook.Wanted(
                    new Subscription(wanted.name(), wanted.url(), wanted.events()).checked(),
                    wanted.status() != WebhookStatus.DISABLED);
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }

    /** What a patch can change. */
    record WebhookChange(String name, String url, List<String> events, WebhookStatus status) {}

    @Override
    public Uni<Void> deleteWebhook(Long id) {
        return deleteWebhook.handle(user.organization(), webhookId(id));
    }

    @Override
    public Uni<WebhookWithSecret> rotateWebhookSecret(Long id) {
        OrganizationId organization = user.organization();
        return rotateSecret
                .handle(organization, webhookId(id))
                .chain(
                        secret ->
                                webhooks.get(organization, webhookId(id))
                                        .map(webhook -> shown(webhook, secret.text())));
    }

    @Override
    public Uni<Delivery> testWebhook(Long id) {
        OrganizationId organization = user.organization();
        WebhookId webhook = webhookId(id);
        return sendTest.handle(organization, webhook)
                .chain(delivery -> deliveries.get(organization, webhook, delivery));
    }

    @Override
    public Uni<List<WebhookEvent>> listWebhookEvents() {
        return Uni.createFrom()
                .item(
                        EventCatalogue.entries().stream()
                                .map(
                                        entry ->
                                                new WebhookEvent()
                                                        .type(entry.type())
                                                        .context(entry.context()))
                                .toList());
    }

    private static WebhookId webhookId(long id) {
        if (id <= 0) {
            throw new NotFound("webhook", id);
        }
        return new WebhookId(id);
    }
}
