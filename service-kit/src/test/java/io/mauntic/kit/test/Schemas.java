package io.mauntic.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Holds JSON against the schemas of the contracts. */
final class Schemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    /** Fails when the data of an event of a type are not as its schema says, or it has none. */
    static void checkEvent(String type, String data) {
        try (InputStream schema =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("events/" + type + ".json")) {
            if (schema == null && TestContext.name().equals("kit")) {
                return; // The kit's own tests speak of notes, which are in no contract.
            }
            if (schema == null) {
                throw new AssertionError("No contract knows the event type " + type);
            }
            refuse(
                    type,
                    data,
                    REGISTRY.getSchema(JSON.readTree(schema)).validate(JSON.readTree(data)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails when an answer is not as a schema inside an OpenAPI document says. */
    static void checkAnswer(String request, JsonNode schema, JsonNode components, String body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", components);
        whole.putArray("allOf").add(schema);
        try {
            refuse(request, body, REGISTRY.getSchema(whole).validate(JSON.readTree(body)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void refuse(String what, String json, List<Error> errors) {
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "%s breaks its contract: %s in %s".formatted(what, errors, json));
        }
    }
}
