package io.mauntic.integrations.delivery.domain;

import java.time.Duration;

/** What follows from an attempt. */
public sealed interface Verdict {

    /** The receiver has it. */
    record Delivered() implements Verdict {}

    /** The receiver wants nothing more, ever. */
    record Gone() implements Verdict {}

    /** Every attempt failed. */
    record GivenUp() implements Verdict {}

    /**
     * It is tried again.
     *
     * @param delay until the next attempt
     * @param pause how long the receiver's other deliveries wait too, because it is overloaded
     */
    record Retry(Duration delay, Duration pause) implements Verdict {}
}
