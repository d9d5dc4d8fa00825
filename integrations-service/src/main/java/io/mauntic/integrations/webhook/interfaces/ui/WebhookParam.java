package io.mauntic.integrations.webhook.interfaces.ui;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.WebhookId;

/** A webhook's id in the address of a page. */
public record WebhookParam(WebhookId id) {

    /** What is no id is no webhook. */
    public static WebhookParam fromString(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new NotFound("webhook", "with this address");
        }
        return new WebhookParam(new WebhookId(Long.parseLong(text)));
    }
}
