package io.mauntic.integrations.delivery.domain;

import io.mauntic.integrations.delivery.domain.Verdict.Delivered;
import io.mauntic.integrations.delivery.domain.Verdict.GivenUp;
import io.mauntic.integrations.delivery.domain.Verdict.Gone;
import io.mauntic.integrations.delivery.domain.Verdict.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows from an attempt (Standard Webhooks 1.0, "Operational considerations"). */
public final class RetryPolicy {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));
    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);
    private static final double JITTER = 0.1;

    private RetryPolicy() {}

    /** How often a delivery is tried before it is given up. */
    public static int mostAttempts() {
        return WAITS.size() + 1;
    }

    /**
     * Judges an attempt.
     *
     * @param attempt from 1, counted since the delivery was queued or replayed
     * @param random from 0 to 1, to keep receivers that failed together from being called together
     */
    public static Verdict judge(int attempt, Attempt outcome, double random) {
        if (outcome.status().filter(status -> status >= 200 && status < 300).isPresent()) {
            return new Delivered();
        }
        if (outcome.status().filter(status -> status == 410).isPresent()) {
            return new Gone();
        }
        if (attempt >= mostAttempts()) {
            return new GivenUp();
        }
        return retry(WAITS.get(attempt - 1), outcome, random);
    }

    private static Retry retry(Duration scheduled, Attempt outcome, double random) {
        Duration jittered =
                Duration.ofMillis(
                        (long) (scheduled.toMillis() * (1 - JITTER + 2 * JITTER * random)));
        Optional<Duration> wish =
                outcome.retryAfter()
                        .map(asked -> asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked);
        Duration wait = wish.filter(asked -> asked.compareTo(jittered) > 0).orElse(jittered);
        boolean overloaded = outcome.status().filter(OVERLOADED::contains).isPresent();
        if (!overloaded) {
            return new Retry(wait, Duration.ZERO);
        }
        Duration unasked = jittered.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : jittered;
        return new Retry(wait, wish.orElse(unasked));
    }
}
