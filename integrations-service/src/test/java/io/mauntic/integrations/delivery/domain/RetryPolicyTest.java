package io.mauntic.integrations.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.integrations.delivery.domain.Verdict.Delivered;
import io.mauntic.integrations.delivery.domain.Verdict.GivenUp;
import io.mauntic.integrations.delivery.domain.Verdict.Gone;
import io.mauntic.integrations.delivery.domain.Verdict.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final double NO_JITTER = 0.5;

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void every_2xx_is_a_success(int status) {
        assertThat(RetryPolicy.judge(1, answer(status), NO_JITTER)).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 400, 404, 500})
    void everything_else_is_tried_again_even_a_redirect(int status) {
        assertThat(RetryPolicy.judge(1, answer(status), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofSeconds(5), Duration.ZERO));
    }

    @Test
    void the_waits_are_those_of_the_specification_and_end_after_ten_attempts() {
        Attempt silence = Attempt.unanswered(NOW, Duration.ZERO, "Nothing.");

        List<Verdict> verdicts =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(attempt -> RetryPolicy.judge(attempt, silence, NO_JITTER))
                        .toList();

        assertThat(verdicts)
                .containsExactly(
                        retry(Duration.ofSeconds(5)),
                        retry(Duration.ofMinutes(5)),
                        retry(Duration.ofMinutes(30)),
                        retry(Duration.ofHours(2)),
                        retry(Duration.ofHours(5)),
                        retry(Duration.ofHours(10)),
                        retry(Duration.ofHours(14)),
                        retry(Duration.ofHours(20)),
                        retry(Duration.ofHours(24)),
                        new GivenUp());
    }

    @Test
    void receivers_that_failed_together_are_called_apart() {
        assertThat(RetryPolicy.judge(1, answer(500), 0)).isEqualTo(retry(Duration.ofMillis(4_500)));
        assertThat(RetryPolicy.judge(1, answer(500), 1)).isEqualTo(retry(Duration.ofMillis(5_500)));
    }

    @Test
    void a_receiver_that_is_gone_wants_nothing_more() {
        assertThat(RetryPolicy.judge(1, answer(410), NO_JITTER)).isEqualTo(new Gone());
    }

    @Test
    void a_receiver_that_asks_for_time_gets_it_but_not_for_ever() {
        assertThat(RetryPolicy.judge(1, answer(503, Duration.ofMinutes(2)), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofMinutes(2), Duration.ofMinutes(2)));
        assertThat(RetryPolicy.judge(1, answer(500, Duration.ofMinutes(2)), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofMinutes(2), Duration.ZERO));
        assertThat(RetryPolicy.judge(2, answer(429, Duration.ofSeconds(1)), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofMinutes(5), Duration.ofSeconds(1)));
        assertThat(RetryPolicy.judge(1, answer(429, Duration.ofDays(99)), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofHours(24), Duration.ofHours(24)));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void an_overloaded_receiver_is_left_alone_for_a_while(int status) {
        assertThat(RetryPolicy.judge(1, answer(status), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        assertThat(RetryPolicy.judge(3, answer(status), NO_JITTER))
                .isEqualTo(new Retry(Duration.ofMinutes(30), Duration.ofMinutes(1)));
    }

    @Test
    void retry_after_is_seconds_or_a_date() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 12:05:00 GMT", NOW))
                .contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }

    private static Retry retry(Duration delay) {
        return new Retry(delay, Duration.ZERO);
    }

    private static Attempt answer(int status) {
        return Attempt.answered(NOW, Duration.ZERO, status, "", Optional.empty());
    }

    private static Attempt answer(int status, Duration retryAfter) {
        return Attempt.answered(NOW, Duration.ZERO, status, "", Optional.of(retryAfter));
    }
}
