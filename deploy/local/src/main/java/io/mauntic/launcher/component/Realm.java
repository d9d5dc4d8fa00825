package io.mauntic.launcher.component;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The realm {@code mauntic}, brought to a Keycloak through its admin API; one that is there already
 * stays as it is.
 */
public final class Realm {
    private static final String DESCRIPTION = "/io/mauntic/launcher/realm.json";
    private static final int CONFLICT = 409;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String keycloak;
    private final String user;
    private final String password;

    public Realm(String keycloak, String user, String password) {
        this.keycloak = keycloak;
        this.user = user;
        this.password = password;
    }

    public void importIfMissing(Map<String, String> values) throws IOException {
        if (Probe.answersOk(keycloak + "/realms/mauntic")) {
            return;
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms"))
                        .header("Authorization", "Bearer " + adminToken())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(description(values)))
                        .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2 && response.statusCode() != CONFLICT) {
            throw new LaunchFailure(
                    "keycloak refused the realm: %d %s"
                            .formatted(response.statusCode(), response.body()));
        }
    }

    static String description(Map<String, String> values) throws IOException {
        try (InputStream resource = Realm.class.getResourceAsStream(DESCRIPTION)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return text;
        }
    }

    private String adminToken() throws IOException {
        String form =
                "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                        .formatted(encode(user), encode(password));
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                keycloak
                                                        + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        if (response.statusCode() != 200) {
            throw new LaunchFailure("keycloak refused its administrator: " + response.body());
        }
        return new ObjectMapper().readTree(response.body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
