package io.mauntic.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mauntic.kernel.InvalidValues;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodWordsTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    void without_words_it_is_the_last_30_days_to_the_full_hour() {
        assertThat(PeriodWords.period(null, null, UTC, NOW))
                .isEqualTo(period("2026-10-22T09:00:00Z", "2026-11-21T10:00:00Z"));
    }

    @Test
    void a_date_as_the_end_belongs_to_the_period() {
        assertThat(PeriodWords.period("2026-10-01", "2026-10-31", UTC, NOW))
                .isEqualTo(period("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"));
    }

    @Test
    void a_date_begins_at_midnight_of_its_time_zone() {
        assertThat(PeriodWords.period("2026-10-25", "2026-10-25", BERLIN, NOW))
                .as("the day on which Berlin's clocks go back has 25 hours")
                .isEqualTo(period("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
    }

    @Test
    void instants_are_widened_to_full_hours() {
        assertThat(
                        PeriodWords.period(
                                "2026-11-20T08:59:59+01:00", "2026-11-20T09:00:01Z", UTC, NOW))
                .isEqualTo(period("2026-11-20T07:00:00Z", "2026-11-20T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-11-20, from",
        "2026-11-01, soon, to",
        "2026-11-02T00:00:00Z, 2026-11-02T00:00:00Z, from",
        "2026-11-03, 2026-11-01, from",
        "1999-01-01, 2026-11-01, from",
        "2026-11-01, 2300-01-01, from",
        "+999999999-12-31T00:00:00Z, 2026-11-01, from",
    })
    void what_is_no_period_is_refused_with_its_field(String from, String to, String field) {
        assertThatExceptionOfType(InvalidValues.class)
                .isThrownBy(() -> PeriodWords.period(from, to, UTC, NOW))
                .satisfies(
                        refusal ->
                                assertThat(refusal.violations().getFirst().field())
                                        .isEqualTo(field));
    }

    @Test
    void an_unknown_time_zone_is_refused() {
        assertThatExceptionOfType(InvalidValues.class)
                .isThrownBy(() -> PeriodWords.zone("Europe/Atlantis"));
        assertThat(PeriodWords.zone(null)).isEqualTo(UTC);
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from), Instant.parse(to));
    }
}
