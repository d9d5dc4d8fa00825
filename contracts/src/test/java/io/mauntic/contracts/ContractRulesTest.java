package io.mauntic.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractRulesTest {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    record Operation(String path, String verb, JsonNode definition) {

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("openapi"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_operation_says_who_may_call_it_and_has_a_name_of_its_own(Path file)
            throws IOException {
        List<Operation> operations = operations(file);

        assertThat(operations)
                .isNotEmpty()
                .allMatch(
                        operation ->
                                operation
                                        .definition()
                                        .path("x-permission")
                                        .asText()
                                        .matches("[a-z]+:[a-z-]+:[a-z]+"));
        assertThat(operations)
                .extracting(operation -> operation.definition().path("operationId").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_address_begins_with_its_context(Path file) throws IOException {
        String context = file.getFileName().toString().replace(".yaml", "");

        assertThat(operations(file))
                .allMatch(operation -> operation.path().startsWith("/api/" + context + "/"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_refusal_is_a_problem(Path file) throws IOException {
        for (Operation operation : operations(file)) {
            for (Map.Entry<String, JsonNode> answer :
                    operation.definition().path("responses").properties()) {
                if (answer.getKey().startsWith("4") && answer.getValue().has("content")) {
                    assertThat(answer.getValue().path("content").has("application/problem+json"))
                            .as("%s %s", operation, answer.getKey())
                            .isTrue();
                }
            }
        }
    }

    private static List<Operation> operations(Path file) throws IOException {
        JsonNode document = new YAMLMapper().readTree(file.toFile());
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (VERBS.contains(operation.getKey())) {
                    operations.add(
                            new Operation(path.getKey(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return operations;
    }
}
