package io.mauntic.analytics.figures;

import io.mauntic.kernel.InvalidValues;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time between two full hours.
 *
 * @param from part of it
 * @param to after {@code from}, not part of it
 */
public record Period(Instant from, Instant to) {

    /** PostgreSQL and calendars behave in between, and nothing happened before. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public Period {
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new InvalidValues("from", "Choose a time between the years 2000 and 2200.");
        }
        from = from.truncatedTo(ChronoUnit.HOURS);
        to = roundedUp(to);
        if (!from.isBefore(to)) {
            throw new InvalidValues("from", "The start must be before the end.");
        }
    }

    /** The time of equal length just before. */
    Instant previousFrom() {
        return from.minus(Duration.between(from, to));
    }

    private static Instant roundedUp(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
