package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes a webhook with a secret of its own. */
@ApplicationScoped
public class CreateWebhook {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;
    private final SecureRandom random = new SecureRandom();

    CreateWebhook(UnitOfWork unitOfWork, Webhooks webhooks) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
    }

    /** The address was checked by {@link Destinations} before. */
    public Uni<WebhookId> handle(OrganizationId organization, Subscription subscription) {
        byte[] key = new byte[SigningSecret.BYTES];
        random.nextBytes(key);
        return unitOfWork.in(
                organization,
                () -> webhooks.add(organization, subscription.checked(), new SigningSecret(key)));
    }
}
