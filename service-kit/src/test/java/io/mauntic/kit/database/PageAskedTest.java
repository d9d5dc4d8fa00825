package io.mauntic.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.kernel.InvalidValues;
import org.junit.jupiter.api.Test;

class PageAskedTest {

    @Test
    void a_page_is_found_by_its_number() {
        PageAsked third = PageAsked.of(3, 20, "");

        assertThat(third.offset()).isEqualTo(40);
        assertThat(third.before()).isEqualTo(Long.MAX_VALUE);
        assertThat(third.pages(41)).isEqualTo(3);
        assertThat(third.pages(0)).isZero();
        assertThat(third.goesOnAfter(20)).isTrue();
        assertThat(third.goesOnAfter(19)).isFalse();
    }

    @Test
    void a_cursor_passes_over_nothing() {
        PageAsked next = PageAsked.of(3, 20, "77");

        assertThat(next.before()).isEqualTo(77);
        assertThat(next.offset()).isZero();
    }

    @Test
    void a_cursor_that_no_list_gave_is_refused() {
        assertThatThrownBy(() -> PageAsked.of(1, 20, "7; drop"))
                .isInstanceOf(InvalidValues.class)
                .hasMessage("This is not a cursor that a list has given.");
    }

    @Test
    void what_a_person_searches_for_is_no_pattern() {
        assertThat(SearchPattern.containing(" 100%_\\ ")).isEqualTo("%100\\%\\_\\\\%");
        assertThat(SearchPattern.containing("  ")).isEmpty();
    }
}
