package io.mauntic.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mauntic.kernel.InvalidValues;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UnitTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void months_begin_on_their_first_day() {
        assertThat(Unit.MONTH.starts(period("2026-01-15T00:00:00Z", "2026-03-01T01:00:00Z"), UTC))
                .containsExactly(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-02-01T00:00:00Z"),
                        Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void weeks_begin_on_monday() {
        assertThat(Unit.WEEK.starts(period("2026-11-01T00:00:00Z", "2026-11-09T00:00:00Z"), UTC))
                .containsExactly(
                        Instant.parse("2026-10-26T00:00:00Z"),
                        Instant.parse("2026-11-02T00:00:00Z"));
    }

    @Test
    void days_follow_the_clocks_of_the_time_zone() {
        assertThat(Unit.DAY.starts(period("2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z"), BERLIN))
                .containsExactly(
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void the_hour_that_comes_twice_is_two_hours() {
        assertThat(Unit.HOUR.starts(period("2026-10-25T00:00:00Z", "2026-10-25T03:00:00Z"), BERLIN))
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void more_than_a_thousand_points_are_refused() {
        assertThat(Unit.HOUR.starts(period("2026-01-01T00:00:00Z", "2026-02-11T16:00:00Z"), UTC))
                .hasSize(1_000);
        assertThatExceptionOfType(InvalidValues.class)
                .isThrownBy(
                        () ->
                                Unit.HOUR.starts(
                                        period("2026-01-01T00:00:00Z", "2026-02-11T17:00:00Z"),
                                        UTC))
                .withMessage(
                        "That would be more than 1,000 points. Choose a shorter period or a longer unit.");
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from), Instant.parse(to));
    }
}
