package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.DisabledReason;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes what a webhook wants, or whether it wants anything. */
@ApplicationScoped
public class ChangeWebhook {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;

    ChangeWebhook(UnitOfWork unitOfWork, Webhooks webhooks) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
    }

    /** The address was checked by {@link Destinations} before. */
    public Uni<Void> handle(
            OrganizationId organization, WebhookId id, Subscription subscription, boolean active) {
        return unitOfWork.in(
                organization,
                () ->
                        webhooks.get(organization, id)
                                .invoke(webhook -> webhook.change(subscription))
                                .chain(webhook -> active ? enable(webhook) : disable(webhook)));
    }

    private Uni<Void> enable(Webhook webhook) {
        webhook.enable();
        return webhooks.save(webhook);
    }

    private Uni<Void> disable(Webhook webhook) {
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
