package io.mauntic.identity.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastTest {

    @Test
    void black_on_white_is_the_most_and_a_colour_on_itself_the_least() {
        assertThat(Contrast.between("#000000", "#ffffff")).isEqualTo(21.0, within(0.001));
        assertThat(Contrast.between("#c0ffee", "#c0ffee")).isEqualTo(1.0);
    }

    @Test
    void a_grey_of_777777_is_just_not_enough_on_white() {
        assertThat(Contrast.between("#777777", "#ffffff")).isEqualTo(4.478, within(0.001));
        assertThat(Contrast.ofWhiteOn("#767676")).isEqualTo(4.542, within(0.001));
    }
}
