package io.mauntic.acceptance;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;

/**
 * Where the platform under test is reached; {@code ./mauntic test} says so, and a developer's own
 * is the default.
 */
final class Platform {

    static final String URL = property("mauntic.url", "http://localhost:8080");
    static final String KEYCLOAK = property("mauntic.keycloak.url", "http://localhost:8090");
    static final String MAIL_API = property("mauntic.mail.api", "http://localhost:8098");

    static final String PASSWORD = property("mauntic.password", "mauntic-demo");
    static final String ADMINISTRATOR = "admin@demo.example";
    static final String MARKETER = "marketer@demo.example";
    static final String READER = "reader@demo.example";

    static {
        // A request that is never answered must fail its test, not hold up the run.
        RestAssured.config =
                RestAssuredConfig.config()
                        .httpClient(
                                HttpClientConfig.httpClientConfig()
                                        .setParam("http.connection.timeout", 5_000)
                                        .setParam("http.socket.timeout", 30_000));
    }

    private Platform() {}

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
