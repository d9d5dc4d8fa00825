package io.mauntic.kit.setaside;

import io.mauntic.kit.database.Transience;
import java.time.Duration;

/**
 * What becomes of work that failed. A fault of its own is tried a bounded number of times, with a
 * rest that doubles, and then set aside; a fault that passes by itself is never counted: the
 * organization's work of that kind waits, and nobody else's.
 *
 * @param most how often a row is tried before it is set aside
 * @param first the rest after the first failure
 * @param longest the rest doubles up to this
 * @param passing how long an organization waits for what passes by itself
 */
public record Attempts(int most, Duration first, Duration longest, Duration passing) {

    /** Eight tries within two minutes, then a person decides. */
    public static final Attempts STANDARD =
            new Attempts(8, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(5));

    /** What to do next. */
    public sealed interface Next {}

    /** This row alone comes again after a rest; count the attempt. */
    public record Again(Duration rest) implements Next {}

    /** What this organization has waiting of the kind rests; count no attempt. */
    public record OrganizationWaits(Duration rest) implements Next {}

    /** {@link SetAside#put} it, and take it out of its queue. */
    public record Spent() implements Next {}

    /**
     * @param failures how often the row has failed by its own fault, this time included
     */
    public Next after(int failures, Throwable failure) {
        if (Transience.isTransient(failure)) {
            return new OrganizationWaits(passing);
        }
        return failures >= most ? new Spent() : new Again(rest(failures));
    }

    private Duration rest(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(failures - 1, 0, 30));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
