package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.application.Deliveries.Queued;
import io.mauntic.integrations.webhook.application.Webhooks;
import io.mauntic.integrations.webhook.domain.EventCatalogue;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.integrations.webhook.domain.WebhookNotActive;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.EventIds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Queues a delivery that tells nothing but that deliveries arrive. */
@ApplicationScoped
public class SendTest {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLoop loop;
    private final Clock clock;

    SendTest(
            UnitOfWork unitOfWork,
            Webhooks webhooks,
            Deliveries deliveries,
            DeliveryLoop loop,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.loop = loop;
        this.clock = clock;
    }

    /** The id of the delivery. */
    public Uni<Long> handle(OrganizationId organization, WebhookId id) {
        return unitOfWork.in(
                organization,
                () -> {
                    unitOfWork.afterCommit(loop::wake);
                    return webhooks.get(organization, id).chain(this::queue);
                });
    }

    private Uni<Long> queue(Webhook webhook) {
        if (!webhook.active()) {
            throw new WebhookNotActive();
        }
        JsonObject data =
                new JsonObject()
                        .put("webhookId", webhook.id().value())
                        .put("message", "This is a test. Nothing happened.");
        String payload = Payload.of(EventCatalogue.TEST, clock.instant(), data);
        Queued test =
                new Queued(
                        webhook.id(),
                        EventIds.next(clock),
                        EventCatalogue.TEST,
                        payload,
                        false,
                        null,
                        null);
        return deliveries.queue(webhook.organization(), List.of(test)).map(List::getFirst);
    }
}
