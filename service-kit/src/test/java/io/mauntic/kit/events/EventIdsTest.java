package io.mauntic.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void an_id_is_a_version_7_uuid_that_begins_with_its_time() {
        UUID id =
                EventIds.next(Clock.fixed(Instant.ofEpochMilli(0x0192_3456_789AL), ZoneOffset.UTC));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01923456-789a-7");
    }
}
