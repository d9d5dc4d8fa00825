package io.mauntic.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.analytics.Told;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:10:00Z");

    @Test
    void an_import_tells_what_came_in_and_what_did_not() {
        JsonObject data =
                new JsonObject()
                        .put("importId", 3)
                        .put("status", "finished")
                        .put("created", 900)
                        .put("updated", 90)
                        .put("failed", 6);
        assertThat(Activity.of(Told.event("ImportFinished", NOON, data)))
                .contains(new Activity(ActivityKind.IMPORT_FINISHED, 3, NOON, "finished", 990, 6));
    }

    @Test
    void a_machine_s_click_and_a_second_one_tell_nothing() {
        assertThat(Activity.of(Told.event("EmailClicked", NOON, click(true, true)))).isEmpty();
        assertThat(Activity.of(Told.event("EmailClicked", NOON, click(false, false)))).isEmpty();
        assertThat(Activity.of(Told.event("EmailClicked", NOON, click(false, true))))
                .contains(new Activity(ActivityKind.EMAIL_CLICKED, 3, NOON, "Welcome", 1, 0));
    }

    @Test
    void mails_add_up_under_their_latest_name() {
        Activity first = new Activity(ActivityKind.EMAIL_SENT, 3, NOON, "Welcome", 1, 0);
        Activity second =
                new Activity(ActivityKind.EMAIL_SENT, 3, NOON.plusSeconds(5), "Hello", 1, 0);
        assertThat(first.and(second))
                .isEqualTo(
                        new Activity(
                                ActivityKind.EMAIL_SENT, 3, NOON.plusSeconds(5), "Hello", 2, 0));
    }

    @Test
    void a_segment_has_as_many_members_as_it_was_told_last() {
        Activity first = new Activity(ActivityKind.SEGMENT_BUILT, 7, NOON, "Berlin", 10, 0);
        assertThat(
                        first.and(
                                        new Activity(
                                                ActivityKind.SEGMENT_BUILT,
                                                7,
                                                NOON,
                                                "Berlin",
                                                12,
                                                0))
                                .amount())
                .isEqualTo(12);
    }

    private static JsonObject click(boolean machine, boolean first) {
        return new JsonObject()
                .put("emailId", 3)
                .put("emailName", "Welcome")
                .put("machine", machine)
                .put("first", first);
    }
}
