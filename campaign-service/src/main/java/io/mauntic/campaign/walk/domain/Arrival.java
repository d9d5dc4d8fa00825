package io.mauntic.campaign.walk.domain;

import java.time.Instant;

/**
 * A contact whose step is due.
 *
 * @param since when the contact began to wait for it
 */
public record Arrival(Walker walker, Instant since) {}
