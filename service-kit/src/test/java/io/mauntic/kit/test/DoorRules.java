package io.mauntic.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every address that a service answers is an operation of its contract, or stands in {@code
 * contracts/doors} with the permission that it asks for or the reason why it is public.
 */
public abstract class DoorRules {

    private final String context = TestContext.name();

    @Test
    void every_door_is_an_operation_of_the_contract_or_listed_with_its_lock() {
        var contract = Door.ofContract(context);
        var coded =
                new CodedDoors(
                                context,
                                operation ->
                                        Optional.ofNullable(contract.get(operation))
                                                .map(Door::lock))
                        .all();
        assertThat(lines(coded))
                .as("the routes in the code; contracts/doors/%s.txt lists pages", context)
                .isEqualTo(lines(Stream.concat(contract.values().stream(), Door.listed(context))));
    }

    @Test
    void whoever_is_public_says_why() {
        assertThat(Door.listed(context))
                .allMatch(door -> door.lock().matches("public: \\w.{10,}|[a-z]+:[a-z-]+:[a-z]+"));
    }

    @Test
    void nobody_opens_doors_at_the_router_past_the_list() {
        assertThat(CodedDoors.withTheRouter()).isEmpty();
    }

    private static Set<String> lines(Stream<Door> doors) {
        return doors.map(
                        door ->
                                door.isPublic()
                                        ? new Door(door.verb(), door.path(), "public")
                                        : door)
                .map(Door::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
