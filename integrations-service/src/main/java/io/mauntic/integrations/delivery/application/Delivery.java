package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.events.Lane;
import java.util.List;
import java.util.UUID;

/**
 * One event for one webhook, ready to be sent.
 *
 * @param attempt how often it was tried since it was queued or replayed
 * @param secrets those that sign it, the newest first
 */
public record Delivery(
        long id,
        OrganizationId organization,
        WebhookId webhook,
        String webhookName,
        String url,
        List<SigningSecret> secrets,
        UUID eventId,
        String event,
        String payload,
        Lane lane,
        int attempt) {}
