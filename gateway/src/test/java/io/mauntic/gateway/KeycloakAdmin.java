package io.mauntic.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;

/** What a test needs of Keycloak besides its sign-in page. */
final class KeycloakAdmin {

    private final Properties components;

    KeycloakAdmin(Properties components) {
        this.components = components;
    }

    String url() {
        return components.getProperty("keycloak.url");
    }

    String clientSecret() {
        return components.getProperty("keycloak.client.secret");
    }

    /** A token as an integrator has it. */
    String serviceToken() {
        return token("mauntic-services", clientSecret());
    }

    /** A token of a program of the realm that has nothing to do with Mauntic. */
    String foreignToken() {
        var token = adminToken();
        var name = "foreign-" + UUID.randomUUID();
        var client =
                given().auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "clientId",
                                        name,
                                        "secret",
                                        "foreign",
                                        "serviceAccountsEnabled",
                                        true,
                                        "defaultClientScopes",
                                        List.of("basic")))
                        .post(url() + "/admin/realms/mauntic/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
        try {
            return token(name, "foreign");
        } finally {
            given().auth().oauth2(token).delete(client).then().statusCode(204);
        }
    }

    private String token(String client, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", secret)
                .post(url() + "/realms/mauntic/protocol/openid-connect/token")
                .path("access_token");
    }

    /** Lets the sign-in come back to a gateway on another port. */
    void allow(String address) {
        changeRedirects(redirects -> redirects.add(address + "/*"));
    }

    void forget(String address) {
        changeRedirects(redirects -> redirects.remove(address + "/*"));
    }

    private void changeRedirects(Consumer<List<Object>> change) {
        var token = adminToken();
        var clients = url() + "/admin/realms/mauntic/clients";
        List<Map<String, Object>> found =
                given().auth()
                        .oauth2(token)
                        .queryParam("clientId", "mauntic-gateway")
                        .get(clients)
                        .jsonPath()
                        .getList("$");
        var client = found.getFirst();
        var redirects = new ArrayList<Object>((List<?>) client.get("redirectUris"));
        change.accept(redirects);
        client.put("redirectUris", redirects);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(client)
                .put(clients + "/" + client.get("id"))
                .then()
                .statusCode(204);
    }

    private String adminToken() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", components.getProperty("keycloak.admin.user"))
                .formParam("password", components.getProperty("keycloak.admin.password"))
                .post(url() + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
    }
}
