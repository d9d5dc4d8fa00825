package io.mauntic.kit.timers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void a_batch_is_followed_after_twice_the_time_it_took() {
        assertThat(Pace.next(1_000, 1_004, 50)).isEqualTo(1_012);
    }

    @Test
    void the_rest_ends_with_the_longest_time_between_two_beginnings() {
        assertThat(Pace.next(1_000, 1_030, 50)).isEqualTo(1_050);
        assertThat(Pace.next(1_000, 1_070, 50)).isEqualTo(1_070);
    }
}
