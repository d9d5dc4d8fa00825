package io.mauntic.integrations.webhook.domain;

/**
 * A webhook sends nothing more until a person enables it again; {@code
 * contracts/events/WebhookDisabled.json}.
 */
public record WebhookDisabled(long webhookId, String name, DisabledReason reason) {}
