package io.mauntic.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The published contracts of all services. */
final class Contracts {

    static final List<String> CONTEXTS =
            List.of(
                    "identity",
                    "crm",
                    "campaign",
                    "messaging",
                    "content",
                    "analytics",
                    "integrations");

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final String NOBODYS_ID = "999999999";

    private Contracts() {}

    /**
     * One operation.
     *
     * @param path with an id that nobody has
     */
    record Operation(String verb, String path, String permission, String contentType) {

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return CONTEXTS.stream().flatMap(Contracts::operations);
    }

    private static Stream<Operation> operations(String context) {
        return read(context).path("paths").properties().stream()
                .flatMap(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(verb -> VERBS.contains(verb.getKey()))
                                        .map(
                                                verb ->
                                                        operation(
                                                                path.getKey(),
                                                                verb.getKey(),
                                                                verb.getValue())));
    }

    private static Operation operation(String path, String verb, JsonNode definition) {
        JsonNode content = definition.path("requestBody").path("content");
        String type =
                content.fieldNames().hasNext() ? content.fieldNames().next() : "application/json";
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                path.replaceAll("\\{[^}]+}", NOBODYS_ID),
                definition.path("x-permission").asText(),
                type);
    }

    private static JsonNode read(String context) {
        try (InputStream in =
                Contracts.class.getResourceAsStream("/openapi/" + context + ".yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
