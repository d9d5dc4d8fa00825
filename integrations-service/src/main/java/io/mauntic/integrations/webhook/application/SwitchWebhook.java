package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.DisabledReason;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Switches a webhook on or off, and changes nothing else about it. */
@ApplicationScoped
public class SwitchWebhook {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;

    SwitchWebhook(UnitOfWork unitOfWork, Webhooks webhooks) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
    }

    public Uni<Void> handle(OrganizationId organization, WebhookId id, boolean on) {
        return unitOfWork.in(
                organization,
                () -> webhooks.get(organization, id).chain(webhook -> switched(webhook, on)));
    }

    /** Inside a unit of work: keeps the webhook, with what was changed about it before. */
    Uni<Void> switched(Webhook webhook, boolean on) {
        if (on) {
            webhook.enable();
            return webhooks.save(webhook);
        }
        return webhook.disable(DisabledReason.MANUAL)
                .map(
                        event ->
                                webhooks.save(webhook)
                                        .chain(
                                                () ->
                                                        webhooks.publish(
                                                                webhook.organization(), event)))
                .orElseGet(() -> webhooks.save(webhook));
    }
}
