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

/**
 * Reads the events of a row of the outbox. The data of an event are cut out as they stand, never
 * parsed: an import relays a million of them.
 */
final class OutboxEvents {

    private static final JsonFactory JSON = new JsonFactory();

    private OutboxEvents() {}

    /** One event, its data as UTF-8. */
    record OutboxEvent(String id, String type, String key, String time, byte[] data) {}

    static List<OutboxEvent> parse(String array) {
        byte[] utf8 = array.getBytes(StandardCharsets.UTF_8);
        List<OutboxEvent> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(utf8)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                events.add(event(parser, utf8));
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return events;
    }

    private static OutboxEvent event(JsonParser parser, byte[] utf8) throws IOException {
        String id = "";
        String type = "";
        String key = "";
        String time = "";
        byte[] data = {};
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = parser.getText();
                case "type" -> type = parser.getText();
                case "key" -> key = parser.getText();
                case "time" -> time = parser.getText();
                case "data" -> data = cut(parser, utf8);
                default -> parser.skipChildren();
            }
        }
        return new OutboxEvent(id, type, key, time, data);
    }

    private static byte[] cut(JsonParser parser, byte[] utf8) throws IOException {
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(utf8, begin, (int) parser.currentLocation().getByteOffset());
    }
}
