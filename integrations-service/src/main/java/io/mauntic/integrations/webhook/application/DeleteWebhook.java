package io.mauntic.integrations.webhook.application;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a webhook with its log; what waits to be sent is not sent. */
@ApplicationScoped
public class DeleteWebhook {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;

    DeleteWebhook(UnitOfWork unitOfWork, Webhooks webhooks) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
    }

    public Uni<Void> handle(OrganizationId organization, WebhookId id) {
        return unitOfWork
                .in(organization, () -> webhooks.remove(organization, id))
                .invoke(
                        removed -> {
                            if (!removed) {
                                throw new NotFound("webhook", id);
                            }
                        })
                .replaceWithVoid();
    }
}
