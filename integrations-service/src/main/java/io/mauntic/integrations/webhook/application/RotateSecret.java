package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Gives a webhook another secret; the one before signs too until receivers had the time to change.
 */
@ApplicationScoped
public class RotateSecret {

    private final UnitOfWork unitOfWork;
    private final Webhooks webhooks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RotateSecret(UnitOfWork unitOfWork, Webhooks webhooks, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    public Uni<SigningSecret> handle(OrganizationId organization, WebhookId id) {
        byte[] key = new byte[SigningSecret.BYTES];
        random.nextBytes(key);
        SigningSecret next = new SigningSecret(key);
        return unitOfWork.in(
                organization,
                () ->
                        webhooks.get(organization, id)
                                .invoke(webhook -> webhook.rotate(next, clock.instant()))
                                .chain(webhooks::save)
                                .replaceWith(next));
    }
}
