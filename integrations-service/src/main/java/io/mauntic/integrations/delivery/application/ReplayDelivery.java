package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.webhook.application.Webhooks;
import io.mauntic.integrations.webhook.domain.WebhookNotActive;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a delivery again, with its id and its body as they were, however it went before. */
@ApplicationScoped
public class ReplayDelivery {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLoop loop;

    ReplayDelivery(
            UnitOfWork unitOfWork, Webhooks webhooks, Deliveries deliveries, DeliveryLoop loop) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.loop = loop;
    }

    public Uni<Void> handle(OrganizationId organization, WebhookId webhook, long delivery) {
        return unitOfWork.in(
                organization,
                () -> {
                    unitOfWork.afterCommit(loop::wake);
                    return webhooks.get(organization, webhook)
                            .chain(
                                    found -> {
                                        if (!found.active()) {
                                            throw new WebhookNotActive();
                                        }
                                        return deliveries.replay(organization, webhook, delivery);
                                    })
                            .invoke(
                                    replayed -> {
                                        if (!replayed) {
                                            throw new NotFound("delivery", delivery);
                                        }
                                    })
                            .replaceWithVoid();
                });
    }
}
