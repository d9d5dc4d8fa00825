package io.mauntic.kit.setaside;

import io.mauntic.kit.database.Transience;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds what is at fault in a batch that failed: each half is tried again, down to the one item
 * that fails alone. What is well is done in few large steps, not one by one.
 */
public final class Halving {

    private Halving() {}

    /**
     * @param attempt does some of the items in one transaction of its own
     * @param alone what becomes of an item that failed alone, with its failure
     * @return fails only with a failure that passes by itself ({@link Transience}), where it came:
     *     the items before it are done
     */
    public static <T> Uni<Void> of(
            List<T> items,
            Function<List<T>, Uni<Void>> attempt,
            BiFunction<T, Throwable, Uni<Void>> alone) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> attempt.apply(items))
                .onFailure(failure -> !Transience.isTransient(failure))
                .recoverWithUni(failure -> halve(items, failure, attempt, alone));
    }

    private static <T> Uni<Void> halve(
            List<T> items,
            Throwable failure,
            Function<List<T>, Uni<Void>> attempt,
            BiFunction<T, Throwable, Uni<Void>> alone) {
        if (items.size() == 1) {
            return alone.apply(items.getFirst(), failure);
        }
        int middle = items.size() / 2;
        return of(items.subList(0, middle), attempt, alone)
                .chain(() -> of(items.subList(middle, items.size()), attempt, alone));
    }
}
