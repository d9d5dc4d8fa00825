package io.mauntic.integrations.delivery.interfaces.rest;

import io.mauntic.contracts.integrations.api.DeliveriesApi;
import io.mauntic.contracts.integrations.model.Delivery;
import io.mauntic.contracts.integrations.model.DeliveryPage;
import io.mauntic.integrations.delivery.application.ReplayDelivery;
import io.mauntic.integrations.delivery.infrastructure.DeliveryQueries;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

/** The contract's deliveries. */
class DeliveriesResource implements DeliveriesApi {

    private final ReplayDelivery replayDelivery;
    private final DeliveryQueries deliveries;
    private final CurrentUser user;

    DeliveriesResource(
            ReplayDelivery replayDelivery, DeliveryQueries deliveries, CurrentUser user) {
        this.replayDelivery = replayDelivery;
        this.deliveries = deliveries;
        this.user = user;
    }

    @Override
    public Uni<DeliveryPage> listDeliveries(
            Long id, Integer page, Integer limit, String cursor, String status, String event) {
        return deliveries.page(
                user.organization(), webhookId(id), page, limit, cursor, status, event);
    }

    @Override
    public Uni<Delivery> getDelivery(Long id, Long deliveryId) {
        return deliveries.get(user.organization(), webhookId(id), deliveryId);
    }

    @Override
    public Uni<Delivery> replayDelivery(Long id, Long deliveryId) {
        OrganizationId organization = user.organization();
        return replayDelivery
                .handle(organization, webhookId(id), deliveryId)
                .chain(() -> deliveries.get(organization, webhookId(id), deliveryId));
    }

    private static WebhookId webhookId(long id) {
        if (id <= 0) {
            throw new NotFound("webhook", id);
        }
        return new WebhookId(id);
    }
}
