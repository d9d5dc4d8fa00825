package io.mauntic.campaign.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final Instant DONE = Instant.parse("2026-01-31T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "90, SECONDS, 2026-01-31T10:01:30Z",
        "5, MINUTES, 2026-01-31T10:05:00Z",
        "2, HOURS, 2026-01-31T12:00:00Z",
        "1, DAYS, 2026-02-01T10:00:00Z",
        "2, WEEKS, 2026-02-14T10:00:00Z",
        "1, MONTHS, 2026-02-28T10:00:00Z"
    })
    void an_interval_is_counted_from_the_step_before(long value, Schedule.Unit unit, Instant due) {
        assertThat(new Schedule.Interval(value, unit).dueAfter(DONE)).isEqualTo(due);
    }

    @Test
    void a_date_that_has_passed_is_due_at_once() {
        assertThat(new Schedule.At(DONE.plusSeconds(60)).dueAfter(DONE))
                .isEqualTo(DONE.plusSeconds(60));
        assertThat(new Schedule.At(DONE.minusSeconds(60)).dueAfter(DONE)).isEqualTo(DONE);
        assertThat(new Schedule.Immediate().dueAfter(DONE)).isEqualTo(DONE);
    }
}
