package io.mauntic.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * "})
    void any_version_will_do(String header) {
        assertThat(IfMatch.of(header)).isEqualTo(IfMatch.ANY);
        IfMatch.ANY.refuse(7);
    }

    @Test
    void one_of_several_versions_will_do() {
        IfMatch seen = IfMatch.of("\"3\" ,\t\"12\"");

        seen.refuse(3);
        seen.refuse(12);
        assertThatThrownBy(() -> seen.refuse(13))
                .isInstanceOfSatisfying(
                        EditedMeanwhile.class,
                        refusal ->
                                assertThat(refusal.members())
                                        .isEqualTo(
                                                Map.of(
                                                        "yourVersion", 12L,
                                                        "currentVersion", 13L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "W/\"3\"",
                "\"three\"",
                "\"3\",",
                "\"-3\"",
                "\"9999999999999999999\""
            })
    void what_this_platform_never_answers_is_refused(String header) {
        assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOf(MalformedIfMatch.class);
    }
}
