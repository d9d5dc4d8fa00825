package io.mauntic.kit.events;

import java.util.UUID;

/**
 * Where an event stood when it was told: what an inbox knows it by.
 *
 * @param batch the row of the outbox it was sent from
 * @param position in that row, from 0; the same however often the row is sent
 * @param partition of the topic, which follows from the event's key
 */
public record Place(UUID batch, int position, int partition) {

    /** Of an event that was told alone, before batches had names. */
    static Place alone(UUID event) {
        return new Place(event, 0, -1);
    }

    /**
     * Reads the header.
     *
     * @throws RuntimeException when it is not one
     */
    static Place parse(String text, int partition) {
        int slash = text.indexOf('/');
        return new Place(
                UUID.fromString(text.substring(0, slash)),
                Integer.parseInt(text, slash + 1, text.length(), 10),
                partition);
    }

    static String text(String batch, int position) {
        return batch + '/' + position;
    }
}
