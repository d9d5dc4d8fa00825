package io.mauntic.kit.setaside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvingTest {

    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> alone = new ArrayList<>();
    private int attempts;

    @Test
    void one_at_fault_among_five_hundred_is_found_in_few_attempts_and_the_others_are_done() {
        halve(500, Set.of(333));

        assertThat(alone).containsExactly(333);
        assertThat(done).hasSize(499).doesNotContain(333).isSorted();
        assertThat(attempts).isEqualTo(19);
    }

    @Test
    void when_all_are_at_fault_each_is_told() {
        halve(8, Set.of(0, 1, 2, 3, 4, 5, 6, 7));

        assertThat(alone).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(done).isEmpty();
    }

    @Test
    void what_passes_by_itself_is_no_fault_of_a_row() {
        Uni<Void> halved =
                Halving.of(
                        List.of(1, 2),
                        _ -> {
                            attempts++;
                            return Uni.createFrom().failure(new ConnectException("away"));
                        },
                        this::fails);

        assertThatThrownBy(() -> halved.await().indefinitely())
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(attempts).isEqualTo(1);
        assertThat(alone).isEmpty();
    }

    private void halve(int size, Set<Integer> poisoned) {
        Halving.of(
                        IntStream.range(0, size).boxed().toList(),
                        some -> attempt(some, poisoned),
                        this::fails)
                .await()
                .indefinitely();
    }

    private Uni<Void> attempt(List<Integer> some, Set<Integer> poisoned) {
        attempts++;
        if (some.stream().anyMatch(poisoned::contains)) {
            return Uni.createFrom().failure(new IllegalArgumentException("poison"));
        }
        done.addAll(some);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> fails(int item, Throwable failure) {
        alone.add(item);
        return Uni.createFrom().voidItem();
    }
}
