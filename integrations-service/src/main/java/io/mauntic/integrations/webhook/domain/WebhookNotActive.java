package io.mauntic.integrations.webhook.domain;

import io.mauntic.kernel.DomainException;

/** Nothing can be sent while the webhook is disabled. */
public final class WebhookNotActive extends DomainException {

    private static final long serialVersionUID = 1L;

    public WebhookNotActive() {
        super(Kind.CONFLICT, "webhook-not-active", "This webhook is disabled. Enable it first.");
    }
}
