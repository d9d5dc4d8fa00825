package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.integrations.webhook.domain.WebhookDisabled;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The webhooks of an organization; inside its unit of work. */
public interface Webhooks {

    /** Keeps a new one, for an address that was checked. */
    Uni<WebhookId> add(
            OrganizationId organization, Subscription subscription, SigningSecret secret);

    /** Fails with {@link NotFound}. Nobody else changes it until the unit of work ends. */
    Uni<Webhook> get(OrganizationId organization, WebhookId id);

    Uni<Void> save(Webhook webhook);

    /** Whether there was such a webhook. Its log goes with it. */
    Uni<Boolean> remove(OrganizationId organization, WebhookId id);

    /** Who wants events now. */
    Uni<List<Listener>> listeners(OrganizationId organization);

    /** Tells the other contexts, and gives up what waits to be sent. */
    Uni<Void> publish(OrganizationId organization, WebhookDisabled disabled);

    /** An active webhook and what it wants. */
    record Listener(WebhookId id, Subscription subscription) {}
}
