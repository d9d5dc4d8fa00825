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
 * Holds every JSON answer of a component test against the service's OpenAPI document; a status that
 * the document does not know fails.
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
        if (operation.isMissingNode() || response.statusCode() >= 400) {
            return;
        }
        JsonNode answer = operation.path("responses").path(Integer.toString(response.statusCode()));
        if (answer.isMissingNode()) {
            throw new AssertionError(
                    "%s answered %d, of which its contract says nothing"
                            .formatted(request, response.statusCode()));
        }
        JsonNode schema = answer.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            Schemas.checkAnswer(request, schema, document.path("components"), response.asString());
        }
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
