package io.mauntic.acceptance;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The public REST API as one bearer sees it. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** Signs in with a password, as {@code ./mauntic token} does. */
    static Api as(String user) {
        return as(user, Platform.PASSWORD);
    }

    static Api as(String user, String password) {
        return new Api(
                given().baseUri(Platform.KEYCLOAK)
                        .formParam("grant_type", "password")
                        .formParam("client_id", "mauntic-cli")
                        .formParam("username", user)
                        .formParam("password", password)
                        .formParam("scope", "openid")
                        .post("/realms/mauntic/protocol/openid-connect/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("access_token"));
    }

    JsonNode get(String path) {
        return json(getRaw(path), 200);
    }

    Response getRaw(String path) {
        return given().baseUri(Platform.URL)
                .auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get(path);
    }

    /** Creates something and answers it. */
    JsonNode create(String path, String body) {
        return json(post(path, body), 201);
    }

    Response post(String path, String body) {
        return given().baseUri(Platform.URL)
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    Response send(String method, String path, String contentType, String body) {
        return given().baseUri(Platform.URL)
                .auth()
                .oauth2(token)
                .contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(method, path);
    }

    /** Uploads a CSV and answers the import's id. */
    long importCsv(String csv) {
        Response accepted =
                given().baseUri(Platform.URL)
                        .auth()
                        .oauth2(token)
                        .multiPart(
                                "file",
                                "contacts.csv",
                                csv.getBytes(StandardCharsets.UTF_8),
                                "text/csv")
                        .post("/api/crm/imports");
        return json(accepted, 202).path("id").asLong();
    }

    Response upload(String path, String name, byte[] content) {
        return given().baseUri(Platform.URL)
                .auth()
                .oauth2(token)
                .multiPart("file", name, content)
                .post(path);
    }

    static JsonNode json(Response response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(
                    "Expected %d but got %d: %s"
                            .formatted(status, response.statusCode(), response.asString()));
        }
        try {
            return JSON.readTree(response.asString());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
