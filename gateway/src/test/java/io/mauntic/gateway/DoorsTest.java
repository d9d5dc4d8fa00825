package io.mauntic.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class DoorsTest {

    private static final KeycloakAdmin KEYCLOAK = new KeycloakAdmin(Components.read());

    @TestHTTPResource("/")
    String address;

    @Test
    void without_a_token_the_api_says_so() {
        for (var path : new String[] {"/api/crm/contacts", "/api/identity/me"}) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("status", equalTo(401));
        }
    }

    @Test
    void a_wrong_token_is_no_token() {
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                .get("/api/crm/contacts")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().header("Authorization", "Basic YTpi")
                .get("/api/crm/contacts")
                .then()
                .statusCode(401);
    }

    @Test
    void a_token_for_another_audience_is_no_token() {
        given().auth()
                .oauth2(KEYCLOAK.foreignToken())
                .get("/api/crm/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void with_a_token_the_call_goes_through_as_it_is() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(KEYCLOAK.serviceToken())
                .get("/api/crm/echo?search=a%26b&page=2")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/crm/echo?search=a%26b&page=2"));
    }

    @Test
    void hostile_headers_stay_outside() {
        given().auth()
                .oauth2(KEYCLOAK.serviceToken())
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-Mauntic-Organization", "2")
                .header("x-mauntic-ORGANIZATION", "3")
                .header("Cookie", "q_session=x; other=y")
                .get("/api/crm/echo")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-host", equalTo(URI.create(address).getAuthority()))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.x-mauntic-organization", nullValue())
                .body("headers.cookie", nullValue());
    }

    @Test
    void a_path_cannot_climb_from_a_public_route_into_the_api() {
        given().urlEncodingEnabled(false).get("/f/../api/crm/echo").then().statusCode(401);
        given().urlEncodingEnabled(false).get("/f/%2e%2e/api/crm/echo").then().statusCode(401);
        given().get("/api/crm/../../q/metrics-of-nobody").then().statusCode(404);
    }

    @Test
    void visitors_need_no_account_and_have_no_session() {
        for (var path :
                new String[] {
                    "/f/welcome", "/mtc.js", "/t/o/abc", "/unsubscribe/abc", "/join/abc"
                }) {
            given().header("Authorization", "Bearer x")
                    .header("Cookie", "q_session=secret; mtc_id=7; q_auth=x")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("uri", equalTo(path))
                    .body("headers.authorization", nullValue())
                    .body("headers.cookie", equalTo("mtc_id=7"));
        }
    }

    @Test
    void a_form_may_stand_in_a_frame_of_another_site() {
        var policy = given().get("/f/welcome").header("Content-Security-Policy");
        assertThat(policy).doesNotContain("frame-ancestors");
    }

    @Test
    void the_contracts_are_for_everyone() {
        given().get("/api/crm/openapi").then().statusCode(200).contentType("application/yaml");
    }

    @Test
    void replicas_take_turns_and_one_that_is_gone_is_passed_over() {
        var asked =
                IntStream.range(0, 30)
                        .mapToObj(
                                _ -> {
                                    // As a page does that asks another service each time as well.
                                    hostAsked("/api/crm/echo");
                                    hostAsked("/api/content/echo");
                                    return hostAsked("/api/campaign/echo");
                                })
                        .collect(Collectors.groupingBy(host -> host, Collectors.counting()));

        // The turn of the one that is gone goes to the next.
        assertThat(asked).isEqualTo(Map.of("localhost", 20L, "127.0.0.1", 10L));
    }

    private static String hostAsked(String path) {
        return given().auth()
                .oauth2(KEYCLOAK.serviceToken())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("headers.host")
                .replaceFirst(":.*", "");
    }

    @Test
    void a_service_that_is_down_is_503() {
        given().auth()
                .oauth2(KEYCLOAK.serviceToken())
                .get("/api/integrations/webhooks")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5");
    }

    @Test
    void what_nobody_knows_is_404() {
        given().get("/api/nowhere/x")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().get("/nowhere").then().statusCode(404).contentType("text/html");
    }

    @Test
    void too_much_is_413_before_it_is_read() throws IOException {
        var target = URI.create(address);
        try (var socket = new Socket(target.getHost(), target.getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /f/welcome HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(
                            new String(
                                    socket.getInputStream().readNBytes(12),
                                    StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void an_upload_streams_through() throws IOException {
        var size = 400L * 1024 * 1024;
        var connection = upload();
        connection.setFixedLengthStreamingMode(size);
        var chunk = new byte[1024 * 1024];
        Services.RECEIVED.set(0);
        try (var body = connection.getOutputStream()) {
            body.write(chunk);
            body.flush();
            awaitFirstBytes();
            for (long sent = chunk.length; sent < size; sent += chunk.length) {
                body.write(chunk);
            }
        }
        assertThat(connection.getResponseCode()).isEqualTo(202);
        assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"bytes\":" + size + "}");
    }

    @Test
    void bodies_that_arrive_all_at_once_arrive_whole() {
        var token = KEYCLOAK.serviceToken();
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var answers =
                IntStream.range(0, 300)
                        .mapToObj(
                                _ ->
                                        HttpRequest.newBuilder(
                                                        URI.create(address + "api/crm/imports"))
                                                .header("Authorization", "Bearer " + token)
                                                .timeout(Duration.ofSeconds(20))
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "{\"name\": \"Ada\"}"))
                                                .build())
                        .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                        .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("{\"bytes\":15}"));
    }

    @Test
    void an_upload_without_a_length_is_cut_at_the_limit() throws IOException {
        var connection = upload();
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setChunkedStreamingMode(1024 * 1024);
        try (var body = connection.getOutputStream()) {
            for (int sent = 0; sent < 11; sent++) {
                body.write(new byte[1024 * 1024]);
            }
        }
        assertThat(connection.getResponseCode()).isEqualTo(413);
    }

    private HttpURLConnection upload() throws IOException {
        var connection =
                (HttpURLConnection)
                        URI.create(address + "api/crm/imports").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + KEYCLOAK.serviceToken());
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=x");
        return connection;
    }

    private static void awaitFirstBytes() {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (Services.RECEIVED.get() == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
