package io.mauntic.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch that is sent again, whole or in parts, finds what was handled of it. */
@QuarkusTest
@WithComponents
class InboxTest {

    @Inject UnitOfWork unitOfWork;
    @Inject Inbox inbox;

    @Test
    void what_was_handled_of_a_batch_is_not_handled_again() throws Throwable {
        UUID batch = UUID.randomUUID();

        assertThat(claimed(batch, 0, 0, 1, 2, 7)).containsExactly(0, 1, 2, 7);
        assertThat(claimed(batch, 0, 1, 3, 3, 2, 4)).containsExactly(3, 4);
        assertThat(claimed(batch, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8)).containsExactly(5, 6, 8);
        assertThat(claimed(batch, 1, 0, 1)).containsExactly(0, 1);
        assertThat(claimed(UUID.randomUUID(), 0, 0, 1)).containsExactly(0, 1);
    }

    private List<Integer> claimed(UUID batch, int partition, int... positions) throws Throwable {
        List<ReceivedEvent> events =
                IntStream.of(positions)
                        .mapToObj(position -> event(new Place(batch, position, partition)))
                        .toList();
        return VertxContextSupport.subscribeAndAwait(
                        () -> unitOfWork.acrossOrganizations(() -> inbox.claim(events)))
                .stream()
                .map(event -> event.place().position())
                .toList();
    }

    private static ReceivedEvent event(Place place) {
        UUID id = UUID.randomUUID();
        return new ReceivedEvent(
                id,
                place,
                "NoteHeard",
                new OrganizationId(1),
                "1",
                Lane.REALTIME,
                Instant.EPOCH,
                id,
                Optional.empty(),
                EventData.of(new JsonObject()));
    }
}
