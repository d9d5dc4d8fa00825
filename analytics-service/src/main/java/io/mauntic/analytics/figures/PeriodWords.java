package io.mauntic.analytics.figures;

import io.mauntic.kernel.InvalidValues;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads a period as somebody typed it. */
public final class PeriodWords {

    private static final Duration USUAL = Duration.ofDays(30);

    private PeriodWords() {}

    /**
     * The last 30 days where nothing is said. A date means its midnight as a start, and as an end
     * that the whole day belongs to the period.
     *
     * @param from a date, an instant or null
     * @param to a date, an instant or null
     */
    public static Period period(String from, String to, ZoneId zone, Instant now) {
        Instant end = isMissing(to) ? now : read("to", to, zone, 1);
        Instant start = isMissing(from) ? end.minus(USUAL) : read("from", from, zone, 0);
        return new Period(start, end);
    }

    public static ZoneId zone(String name) {
        try {
            return isMissing(name) ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValues(
                    "timezone",
                    "There is no time zone called \"%s\"; try Europe/Berlin.".formatted(name));
        }
    }

    private static Instant read(String field, String text, ZoneId zone, int daysAfterDate) {
        try {
            return text.length() <= "2026-11-01".length()
                    ? LocalDate.parse(text).plusDays(daysAfterDate).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new InvalidValues(
                    field,
                    "Write a date like 2026-11-01 or a time like 2026-11-01T08:00:00Z, not \"%s\"."
                            .formatted(text));
        }
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
