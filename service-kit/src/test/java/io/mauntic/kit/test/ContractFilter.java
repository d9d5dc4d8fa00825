package io.mauntic.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds every answer of a component test, refusals too, against the service's OpenAPI document; a
 * status that the document does not know fails.
 */
final class ContractFilter implements Filter {

    private final JsonNode document = document();

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        template(path)
                .ifPresent(
                        template ->
                                check(
                                        request.getMethod() + " " + path,
                                        template.path(request.getMethod().toLowerCase(Locale.ROOT)),
                                        response));
        return response;
    }

    private void check(String request, JsonNode operation, Response response) {
        if (operation.isMissingNode()) {
            return;
        }
        int status = response.statusCode();
        JsonNode answer = answer(operation.path("responses"), status);
        if (answer.isMissingNode()) {
            throw new AssertionError(
                    "%s answered %d, of which its contract says nothing"
                            .formatted(request, status));
        }
        String type = status < 400 ? "application/json" : "application/problem+json";
        JsonNode schema = answer.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return;
        }
        if (!String.valueOf(response.contentType()).startsWith(type)) {
            throw new AssertionError(
                    "%s answered %d as %s instead of %s: %s"
                            .formatted(
                                    request,
                                    status,
                                    response.contentType(),
                                    type,
                                    response.asString()));
        }
        Schemas.checkAnswer(request, schema, document.path("components"), response.asString());
    }

    private JsonNode answer(JsonNode answers, int status) {
        JsonNode named = answers.path(Integer.toString(status));
        JsonNode answer = named.isMissingNode() && status >= 400 ? answers.path("default") : named;
        String reference = answer.path("$ref").asText();
        return reference.isEmpty() ? answer : document.at(reference.substring(1));
    }

    private Optional<JsonNode> template(String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min((a, b) -> Integer.compare(holes(a), holes(b)))
                .map(Map.Entry::getValue);
    }

    private static int holes(Map.Entry<String, JsonNode> path) {
        return path.getKey().split("\\{").length;
    }

    private static JsonNode document() {
        String resource = "openapi/" + TestContext.name() + ".yaml";
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? new YAMLMapper().createObjectNode() : new YAMLMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
