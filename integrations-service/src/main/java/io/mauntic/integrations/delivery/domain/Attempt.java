package io.mauntic.integrations.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver.
 *
 * @param status of the answer; empty when none came
 * @param error why none came, in a sentence; empty when one came
 * @param excerpt the beginning of the answer
 * @param retryAfter when the receiver asked to be called again
 */
public record Attempt(
        Instant at,
        Duration took,
        Optional<Integer> status,
        Optional<String> error,
        String excerpt,
        Optional<Duration> retryAfter) {

    public static Attempt answered(
            Instant at, Duration took, int status, String excerpt, Optional<Duration> retryAfter) {
        return new Attempt(at, took, Optional.of(status), Optional.empty(), excerpt, retryAfter);
    }

    public static Attempt unanswered(Instant at, Duration took, String error) {
        return new Attempt(at, took, Optional.empty(), Optional.of(error), "", Optional.empty());
    }
}
