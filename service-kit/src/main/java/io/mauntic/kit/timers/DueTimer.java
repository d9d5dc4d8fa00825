package io.mauntic.kit.timers;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A timer whose time has come.
 *
 * @param subject what it is about, in the words of its kind
 * @param dueAt when it was due; it may be handled later, never earlier
 */
public record DueTimer(String subject, Instant dueAt, JsonObject payload) {}
