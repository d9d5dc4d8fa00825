package io.mauntic.crm.consent.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void two_spellings_of_a_topic_are_one() {
        assertThat(Topic.of("  Product \t NEWS\u0000 ")).isEqualTo(new Topic("product news"));
        assertThat(Topic.of("Cafe\u0301")).isEqualTo(new Topic("caf\u00e9"));
    }

    @Test
    void no_topic_is_everything_on_the_channel() {
        assertThat(Topic.of(null)).isEqualTo(Topic.EVERYTHING);
        assertThat(Topic.of(" \u0001 ")).isEqualTo(Topic.EVERYTHING);
        assertThat(Topic.EVERYTHING.told()).isNull();
        assertThat(Topic.of("news").told()).isEqualTo("news");
    }
}
