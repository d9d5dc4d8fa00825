package io.mauntic.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxEventsTest {

    private static final Cause USUAL =
            new Cause(Optional.of("all"), Optional.empty(), Optional.of("trace"));

    @Test
    void the_data_of_each_event_are_cut_out_as_they_stand() {
        List<OutboxEvents.OutboxEvent> events =
                OutboxEvents.parse(
                        """
                        [{"id": "a", "key": "7", "data": {"name": "Zoë \\"}{\\" 🙂", "list": [1, {"x": null}]}, "time": "t", "type": "A"},
                         {"id": "b", "key": "8", "data": {}, "more": {"data": 1}, "time": "u", "type": "B"}]
                        """,
                        "now",
                        USUAL);

        assertThat(events).extracting(OutboxEvents.OutboxEvent::id).containsExactly("a", "b");
        assertThat(events).extracting(OutboxEvents.OutboxEvent::key).containsExactly("7", "8");
        assertThat(events).extracting(OutboxEvents.OutboxEvent::type).containsExactly("A", "B");
        assertThat(events)
                .extracting(event -> new String(event.data(), StandardCharsets.UTF_8))
                .containsExactly(
                        "{\"name\": \"Zoë \\\"}{\\\" 🙂\", \"list\": [1, {\"x\": null}]}", "{}");
    }

    @Test
    void an_event_has_the_time_and_the_cause_of_its_row_unless_it_names_its_own() {
        List<OutboxEvents.OutboxEvent> events =
                OutboxEvents.parse(
                        """
                        [{"id": "a", "cause": ["own", "event", null], "time": "then", "data": {}}, {"id": "b", "data": {}}]
                        """,
                        "now",
                        USUAL);

        assertThat(events)
                .extracting(OutboxEvents.OutboxEvent::cause)
                .containsExactly(
                        new Cause(Optional.of("own"), Optional.of("event"), Optional.empty()),
                        USUAL);
        assertThat(events)
                .extracting(OutboxEvents.OutboxEvent::time)
                .containsExactly("then", "now");
    }

    @Test
    void a_row_without_events_has_none() {
        assertThat(OutboxEvents.parse("[]", "now", USUAL)).isEmpty();
    }
}
