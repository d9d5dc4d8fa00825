package io.mauntic.kit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mauntic.kit.events.EventsConfig;
import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The hand-written contract of this service, served as it was written: what is published is what
 * was agreed.
 */
@ApplicationScoped
public class ServedContract {

    private final String yaml;
    private final JsonNode document;

    ServedContract(EventsConfig config) {
        this.yaml = read("openapi/" + config.context() + ".yaml");
        try {
            this.document =
                    yaml.isEmpty()
                            ? new YAMLMapper().createObjectNode()
                            : new YAMLMapper().readTree(yaml);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** The whole OpenAPI document. */
    public JsonNode document() {
        return document;
    }

    @Route(path = "/q/openapi", methods = Route.HttpMethod.GET)
    void serve(RoutingContext request) {
        boolean json = "json".equalsIgnoreCase(request.request().getParam("format"));
        request.response()
                .putHeader(
                        "Content-Type",
                        json ? "application/json" : "application/yaml;charset=UTF-8")
                .end(json ? document.toString() : yaml);
    }

    private static String read(String resource) {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
