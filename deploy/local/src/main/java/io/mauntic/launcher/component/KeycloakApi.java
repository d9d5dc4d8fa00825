package io.mauntic.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's token endpoint and the part of its admin API that sets up a realm. */
public final class KeycloakApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final KeycloakAdmin keycloak;
    private String adminToken;

    KeycloakApi(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** A user's access token by the password grant. */
    public static String token(
            String url, String realm, String client, String user, String password)
            throws IOException {
        String form =
                Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                client,
                                "username",
                                user,
                                "password",
                                password)
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        URI address =
                URI.create("%s/realms/%s/protocol/openid-connect/token".formatted(url, realm));
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new LaunchFailure(
                    "Keycloak gives %s no token: %s"
                            .formatted(
                                    user,
                                    answer.path("error_description").asText(response.body())));
        }
        return answer.path("access_token").asText();
    }

    JsonNode get(String path) throws IOException {
        return call("GET", path, BodyPublishers.noBody());
    }

    void post(String path, JsonNode body) throws IOException {
        call("POST", path, BodyPublishers.ofString(body.toString()));
    }

    void put(String path, JsonNode body) throws IOException {
        call("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    private JsonNode call(String method, String path, BodyPublisher body) throws IOException {
        if (adminToken == null) {
            adminToken =
                    token(
                            keycloak.url(),
                            "master",
                            "admin-cli",
                            keycloak.user(),
                            keycloak.password());
        }
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(URI.create(keycloak.url() + path))
                                .header("Authorization", "Bearer " + adminToken)
                                .header("Content-Type", "application/json")
                                .method(method, body)
                                .build());
        if (response.statusCode() / 100 != 2) {
            throw new LaunchFailure(
                    "Keycloak refused %s %s: %d %s"
                            .formatted(method, path, response.statusCode(), response.body()));
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
