package io.mauntic.integrations.delivery.application;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * The body of a delivery (Standard Webhooks 1.0, "Payload structure"); the same bytes on every
 * attempt.
 */
final class Payload {

    private Payload() {}

    static String of(String type, Instant time, JsonObject data) {
        return new JsonObject()
                .put("type", type)
                .put("timestamp", time.toString())
                .put("data", data)
                .encode();
    }
}
