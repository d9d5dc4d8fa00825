package io.mauntic.kit.events;

import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Remembers which events were handled, in the transaction that handles them: a second delivery
 * finds them and changes nothing. One row holds what was handled of a batch.
 */
@ApplicationScoped
class Inbox {

    private static final String CLAIM =
            """
            with known as (
                insert into inbox as known (batch, partition, places)
                select batch, partition, places::int4multirange from unnest($1::uuid[], $2::int[], $3::text[]) as given (batch, partition, places)
                order by batch, partition
                on conflict (batch, partition) do update set places = known.places + excluded.places
                returning batch, partition, old.places)
            select batch, partition, position
            from known, unnest(places) as run, generate_series(lower(run), upper(run) - 1) as position
            """;

    private final Sql sql;

    Inbox(Sql sql) {
        this.sql = sql;
    }

    /**
     * Those of the events that were not handled before, in their order; a copy within the batch is
     * dropped too.
     */
    Uni<List<ReceivedEvent>> claim(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(events);
        }
        Map<BatchPart, Set<Integer>> parts =
                events.stream()
                        .map(ReceivedEvent::place)
                        .collect(
                                Collectors.groupingBy(
                                        place -> new BatchPart(place.batch(), place.partition()),
                                        Collectors.mapping(Place::position, Collectors.toSet())));
        return sql.list(
                        CLAIM,
                        row ->
                                new Place(
                                        row.getUUID("batch"),
                                        row.getInteger("position"),
                                        row.getInteger("partition")),
                        parts.keySet().stream().map(BatchPart::batch).toArray(UUID[]::new),
                        parts.keySet().stream().map(BatchPart::partition).toArray(Integer[]::new),
                        parts.values().stream().map(Inbox::ranges).toArray(String[]::new))
                .map(handled -> unknown(events, handled));
    }

    private record BatchPart(UUID batch, int partition) {}

    private static List<ReceivedEvent> unknown(
            List<ReceivedEvent> events, Collection<Place> handled) {
        Set<Place> known = new HashSet<>(handled);
        return events.stream().filter(event -> known.add(event.place())).toList();
    }

    /** As Postgres writes an {@code int4multirange}. */
    private static String ranges(Set<Integer> positions) {
        return positions.stream()
                .sorted()
                .map(position -> "[%d,%d]".formatted(position, position))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
