package io.mauntic.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.launcher.component.KeycloakApi;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The public API, as the demo administrator uses it through the gateway. Safe for use by several
 * threads.
 */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAIL_PROGRAM =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.5.0";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String keycloak;
    private String token;
    private Instant tokenEnds = Instant.MIN;

    public ApiClient(String gateway, String keycloak) {
        this.gateway = gateway;
        this.keycloak = keycloak;
    }

    public JsonNode get(String path) {
        return call("GET", path, "application/json", BodyPublishers.noBody());
    }

    /** {@code body} is JSON. */
    public JsonNode post(String path, String body) {
        return call("POST", path, "application/json", BodyPublishers.ofString(body));
    }

    public JsonNode post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    public JsonNode post(String path, String contentType, BodyPublisher body) {
        return call("POST", path, contentType, body);
    }

    /** What a visitor's browser sends, without a token; returns the status. */
    public int submit(String path, Map<String, String> values) throws IOException {
        String form =
                values.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway + path))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return send(request).statusCode();
    }

    /** The body at any address, without a token. */
    public String text(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build()).body();
    }

    /**
     * What a recipient's mail program fetches; one that names itself a program counts as a machine.
     */
    public int visit(String url) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(LIMIT)
                        .header("User-Agent", MAIL_PROGRAM)
                        .build();
        return send(request).statusCode();
    }

    private JsonNode call(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path))
                        .timeout(UPLOAD_LIMIT)
                        .header("Content-Type", contentType)
                        .method(method, body);
        try {
            HttpResponse<String> response =
                    send(request.header("Authorization", "Bearer " + token()).build());
            if (response.statusCode() / 100 != 2) {
                throw new LaunchFailure(
                        "%s %s answered %d: %s"
                                .formatted(method, path, response.statusCode(), response.body()));
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new LaunchFailure("%s %s failed: %s".formatted(method, path, e), e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
    }

    private synchronized String token() throws IOException {
        if (Instant.now().isAfter(tokenEnds)) {
            token =
                    KeycloakApi.token(
                            keycloak,
                            "mauntic",
                            "mauntic-cli",
                            "admin@demo.example",
                            "mauntic-demo");
            tokenEnds = Instant.now().plus(TOKEN_LIFE);
        }
        return token;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
