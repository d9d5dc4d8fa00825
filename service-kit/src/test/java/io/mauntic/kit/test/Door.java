package io.mauntic.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One address that a service answers.
 *
 * @param verb such as {@code GET}
 * @param path with its parameters in braces, and the names where only names fit: {@code {part:a|b}}
 * @param lock the permission it asks for, or {@code public: } and why there is none
 */
record Door(String verb, String path, String lock) {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    boolean isPublic() {
        return lock.startsWith("public");
    }

    /** The operations of a contract, by their ids. */
    static Map<String, Door> ofContract(String context) {
        Map<String, Door> doors = new LinkedHashMap<>();
        for (var path : contract(context).path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                if (VERBS.contains(verb.getKey())) {
                    doors.put(
                            verb.getValue().path("operationId").asText(),
                            new Door(
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    verb.getValue().path("x-permission").asText()));
                }
            }
        }
        return doors;
    }

    /** What {@code contracts/doors} lists beside the contract: pages, and what is public. */
    static Stream<Door> listed(String context) {
        return text("/doors/" + context + ".txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .map(parts -> new Door(parts[0], parts[1], parts[2]));
    }

    private static JsonNode contract(String context) {
        try {
            return new YAMLMapper().readTree(text("/openapi/" + context + ".yaml"));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String text(String resource) {
        try (InputStream in = Door.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(verb, path, lock);
    }
}
