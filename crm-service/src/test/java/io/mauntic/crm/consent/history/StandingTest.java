package io.mauntic.crm.consent.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.Channel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant THEN = Instant.parse("2026-03-31T09:15:00Z");

    @Test
    void who_withdraws_everything_withdraws_every_topic_given_before() {
        Entry all = entry(2, ConsentState.WITHDRAWN, Channel.EMAIL, "", 10);
        Entry before = entry(1, ConsentState.GIVEN, Channel.EMAIL, "news", 9);
        Entry since = entry(3, ConsentState.GIVEN, Channel.EMAIL, "offers", 11);
        Entry elsewhere = entry(4, ConsentState.GIVEN, Channel.SMS, "news", 9);

        assertThat(Standing.of(List.of(all, before, since, elsewhere)))
                .extracting(Standing::decisive)
                .containsExactly(all, all, since, elsewhere);
        assertThat(Standing.of(List.of(all, before)).getLast().topic())
                .isEqualTo(new Topic("news"));
    }

    @Test
    void of_two_at_the_same_time_the_one_recorded_later_decides() {
        Entry all = entry(2, ConsentState.WITHDRAWN, Channel.EMAIL, "", 10);
        Entry older = entry(1, ConsentState.GIVEN, Channel.EMAIL, "news", 10);
        Entry newer = entry(3, ConsentState.GIVEN, Channel.EMAIL, "offers", 10);

        assertThat(Standing.of(List.of(all, older, newer)))
                .extracting(Standing::decisive)
                .containsExactly(all, all, newer);
    }

    @Test
    void who_agrees_to_everything_does_not_take_back_what_they_refused_by_name() {
        Entry all = entry(2, ConsentState.GIVEN, Channel.EMAIL, "", 10);
        Entry refused = entry(1, ConsentState.WITHDRAWN, Channel.EMAIL, "news", 9);

        assertThat(Standing.of(List.of(all, refused)))
                .extracting(Standing::decisive)
                .containsExactly(all, refused);
    }

    private static Entry entry(
            long id, ConsentState state, Channel channel, String topic, long second) {
        return new Entry(
                id,
                42,
                new Statement(
                        state,
                        channel,
                        new Topic(topic),
                        THEN.plusSeconds(second),
                        ConsentSource.PERSON,
                        null,
                        null),
                new Recorder("1", "Ada"),
                THEN.plusSeconds(60));
    }
}
