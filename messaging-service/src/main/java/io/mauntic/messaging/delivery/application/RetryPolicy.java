package io.mauntic.messaging.delivery.application;

import java.time.Duration;

/**
 * When a mail that a server put off is tried again: after the first delay, then each time four
 * times as long, at most four hours; with a minute to begin with, the eighth failure comes after
 * about 14 hours.
 *
 * @param first after the first failure
 * @param most failures after which it counts as a soft bounce
 */
public record RetryPolicy(Duration first, int most) {

    /** No server answered at all: that says nothing about the mail. */
    static final Duration NO_SERVER = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(4);

    boolean isExhausted(int failures) {
        return failures >= most;
    }

    Duration delayAfter(int failures) {
        Duration delay = first.multipliedBy(1L << (2 * Math.min(failures - 1, 10)));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
