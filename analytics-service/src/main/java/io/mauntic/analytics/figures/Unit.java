package io.mauntic.analytics.figures;

import io.mauntic.kernel.InvalidValues;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one point of a series stands for. */
public enum Unit {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    private static final int MOST_POINTS = 1_000;

    public static Unit named(String text) {
        return Stream.of(values())
                .filter(unit -> unit.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidValues(
                                        "unit", "Choose hour, day, week or month as the unit."));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The starts of all units that the period touches, at least one; the first may lie before the
     * period.
     */
    List<Instant> starts(Period period, ZoneId zone) {
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime start = start(period.from().atZone(zone));
        while (start.toInstant().isBefore(period.to())) {
            if (starts.size() == MOST_POINTS) {
                throw new InvalidValues(
                        "unit",
                        "That would be more than 1,000 points. Choose a shorter period or a longer unit.");
            }
            starts.add(start.toInstant());
            start = next(start);
        }
        return starts;
    }

    private ZonedDateTime start(ZonedDateTime time) {
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.toLocalDate().atStartOfDay(time.getZone());
            case WEEK ->
                    time.toLocalDate()
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .atStartOfDay(time.getZone());
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(time.getZone());
        };
    }

    private ZonedDateTime next(ZonedDateTime start) {
        return switch (this) {
            case HOUR -> start.plusHours(1);
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }
}
