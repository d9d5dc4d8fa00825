package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.InvalidValues;
import java.util.List;
import java.util.stream.Stream;

/**
 * The graphs that a campaign had before, and those that were taken back. They are kept as they were
 * written, since what was right then may be refused today.
 *
 * @param past oldest first
 * @param future what redo brings back, next first
 */
public record EditHistory(List<GraphDraft> past, List<GraphDraft> future) {

    public static final EditHistory EMPTY = new EditHistory(List.of(), List.of());

    static final int MOST = 30;

    public EditHistory {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** After an edit of this graph: what was taken back before is gone. */
    EditHistory edited(GraphDraft before) {
        return new EditHistory(newest(past, before), List.of());
    }

    /**
     * @throws InvalidValues when there is nothing to undo
     */
    GraphDraft before() {
        if (past.isEmpty()) {
            throw new InvalidValues("events", "There is nothing to undo.");
        }
        return past.getLast();
    }

    /**
     * @throws InvalidValues when there is nothing to redo
     */
    GraphDraft after() {
        if (future.isEmpty()) {
            throw new InvalidValues("events", "There is nothing to redo.");
        }
        return future.getFirst();
    }

    EditHistory undone(GraphDraft present) {
        return new EditHistory(
                past.subList(0, past.size() - 1),
                Stream.concat(Stream.of(present), future.stream()).toList());
    }

    EditHistory redone(GraphDraft present) {
        return new EditHistory(newest(past, present), future.subList(1, future.size()));
    }

    private static List<GraphDraft> newest(List<GraphDraft> past, GraphDraft latest) {
        return Stream.concat(past.stream(), Stream.of(latest))
                .skip(Math.max(0, past.size() + 1 - MOST))
                .toList();
    }
}
