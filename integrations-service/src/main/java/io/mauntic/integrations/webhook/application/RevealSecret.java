package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The secret of a webhook that was just made. It is read back instead of passed along, so that the
 * stored answer of an idempotent creation holds none.
 */
@ApplicationScoped
public class RevealSecret {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;

    RevealSecret(UnitOfWork unitOfWork, Webhooks webhooks) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
    }

    public Uni<SigningSecret> handle(OrganizationId organization, WebhookId id) {
        return unitOfWork.in(
                organization, () -> webhooks.get(organization, id).map(Webhook::secret));
    }
}
