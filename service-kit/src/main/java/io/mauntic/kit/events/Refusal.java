package io.mauntic.kit.events;

import io.mauntic.kit.events.OutboxEvents.OutboxEvent;

/**
 * An event that the broker will never take.
 *
 * @param row where it stood
 * @param cause what the broker said
 */
record Refusal(OutboxRow row, OutboxEvent event, Throwable cause) {}
