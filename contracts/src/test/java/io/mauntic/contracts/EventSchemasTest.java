package io.mauntic.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("events"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_event_has_examples_that_match_its_schema(Path file) throws IOException {
        JsonNode document = JSON.readTree(file.toFile());
        Schema schema = SCHEMAS.getSchema(document);

        assertThat(document.path("title").asText() + ".json")
                .isEqualTo(file.getFileName().toString());
        assertThat(document.path("examples")).isNotEmpty();
        for (JsonNode example : document.path("examples")) {
            assertThat(schema.validate(example)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void no_event_matches_the_empty_object(Path file) throws IOException {
        assertThat(
                        SCHEMAS.getSchema(JSON.readTree(file.toFile()))
                                .validate("{}", com.networknt.schema.InputFormat.JSON))
                .isNotEmpty();
    }
}
