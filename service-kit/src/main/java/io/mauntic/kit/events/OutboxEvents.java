package io.mauntic.kit.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the events of a row of the outbox. The data of an event are cut out as they stand, never
 * parsed: an import relays a million of them.
 */
final class OutboxEvents {

    private static final JsonFactory JSON = new JsonFactory();

    private OutboxEvents() {}

    /** One event, its data as UTF-8. The position is that in its row, from 0. */
    record OutboxEvent(
            int position,
            String id,
            String type,
            String key,
            String time,
            Cause cause,
            byte[] data) {}

    /**
     * The events of a row.
     *
     * @param time of those that name none
     * @param cause of those that name none
     */
    static List<OutboxEvent> parse(String array, String time, Cause cause) {
        byte[] utf8 = array.getBytes(StandardCharsets.UTF_8);
        List<OutboxEvent> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(utf8)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                events.add(event(parser, utf8, events.size(), time, cause));
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return events;
    }

    private static OutboxEvent event(
            JsonParser parser, byte[] utf8, int position, String usualTime, Cause usualCause)
            throws IOException {
        String id = "";
        String type = "";
        String key = "";
        String time = usualTime;
        Cause cause = usualCause;
        byte[] data = {};
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = parser.getText();
                case "type" -> type = parser.getText();
                case "key" -> key = parser.getText();
                case "time" -> time = parser.getText();
                case "cause" -> cause = cause(parser);
                case "data" -> data = cut(parser, utf8);
                default -> parser.skipChildren();
            }
        }
        return new OutboxEvent(position, id, type, key, time, cause, data);
    }

    private static Cause cause(JsonParser parser) throws IOException {
        List<Optional<String>> parts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parts.add(Optional.ofNullable(parser.getValueAsString()));
        }
        return new Cause(parts.get(0), parts.get(1), parts.get(2));
    }

    private static byte[] cut(JsonParser parser, byte[] utf8) throws IOException {
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(utf8, begin, (int) parser.currentLocation().getByteOffset());
    }
}
