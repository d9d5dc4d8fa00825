package io.mauntic.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractRulesTest {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    private static final Pattern SECRET = Pattern.compile("(?i)(secret|password|token|key)$");

    /** Names of things, and the public key of a tracking script. */
    private static final Set<String> NO_SECRETS = Set.of("key", "eventKey", "deliveryKey");

    private static final Set<String> shown = new HashSet<>();

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
    void every_operation_may_refuse_and_every_refusal_is_a_problem(Path file) throws IOException {
        JsonNode document = new YAMLMapper().readTree(file.toFile());
        for (Operation operation : operations(file)) {
            JsonNode answers = operation.definition().path("responses");
            assertThat(answers.has("default")).as("%s default", operation).isTrue();
            for (Map.Entry<String, JsonNode> answer : answers.properties()) {
                if (answer.getKey().matches("[45]..|default")) {
                    JsonNode content = resolved(document, answer.getValue()).path("content");
                    assertThat(content.properties())
                            .as("%s %s", operation, answer.getKey())
                            .extracting(Map.Entry::getKey)
                            .containsExactly("application/problem+json");
                    assertThat(
                                    content.path("application/problem+json")
                                            .path("schema")
                                            .path("$ref")
                                            .asText())
                            .as("%s %s", operation, answer.getKey())
                            .isEqualTo("#/components/schemas/Problem");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_problem_says_in_every_context_what_programs_branch_on(Path file) throws IOException {
        JsonNode schemas =
                new YAMLMapper().readTree(file.toFile()).path("components").path("schemas");

        assertThat(schemas.path("Problem").path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("type", "title", "status", "code");
        assertThat(schemas.path("Violation").path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("field", "message");
    }

    /**
     * A secret is in the answer that makes it, for whoever may make such a thing, and in no other.
     */
    @ParameterizedTest
    @MethodSource("contracts")
    void who_is_shown_a_secret_may_make_one(Path file) throws IOException {
        JsonNode document = new YAMLMapper().readTree(file.toFile());
        for (Operation operation : operations(file)) {
            for (JsonNode answer : operation.definition().path("responses")) {
                if (hasSecret(answer, document, new HashSet<>())) {
                    String things = operation.path().replaceFirst("/\\{.*", "");
                    assertThat(operation.verb()).as("%s", operation).isEqualTo("post");
                    assertThat(operation.definition().path("x-permission").asText())
                            .as("%s", operation)
                            .endsWith(":write")
                            .isEqualTo(
                                    document.path("paths")
                                            .path(things)
                                            .path("post")
                                            .path("x-permission")
                                            .asText());
                    shown.add(operation.definition().path("operationId").asText());
                }
            }
        }
    }

    @AfterAll
    static void four_operations_show_a_secret() {
        assertThat(shown)
                .containsExactlyInAnyOrder(
                        "createClient",
                        "rotateClientSecret",
                        "createWebhook",
                        "rotateWebhookSecret");
    }

    private static boolean hasSecret(JsonNode node, JsonNode document, Set<String> followed) {
        JsonNode reference = node.path("$ref");
        if (reference.isTextual()) {
            return followed.add(reference.asText())
                    && hasSecret(document.at(reference.asText().substring(1)), document, followed);
        }
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            if (SECRET.matcher(property.getKey()).find()
                    && !NO_SECRETS.contains(property.getKey())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (hasSecret(child, document, followed)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolved(JsonNode document, JsonNode answer) {
        String reference = answer.path("$ref").asText();
        return reference.isEmpty() ? answer : document.at(reference.substring(1));
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
