package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.Subscription;
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
    private final SwitchWebhook switchWebhook;

    ChangeWebhook(UnitOfWork unitOfWork, Webhooks webhooks, SwitchWebhook switchWebhook) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
        this.switchWebhook = switchWebhook;
    }

    /** The address was checked by {@link Destinations} before. */
    public Uni<Void> handle(
            OrganizationId organization, WebhookId id, Subscription subscription, boolean active) {
        return unitOfWork.in(
                organization,
                () ->
                        webhooks.get(organization, id)
                                .invoke(webhook -> webhook.change(subscription))
                                .chain(webhook -> switchWebhook.switched(webhook, active)));
    }
}
