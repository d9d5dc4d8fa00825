package io.mauntic.acceptance;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import java.net.URI;

/**
 * Where the platform under test is reached; {@code ./mauntic test} says so, and a developer's own
 * is the default.
 */
final class Platform {

    static final String URL = property("mauntic.url", "http://localhost:8080");
    static final String KEYCLOAK = property("mauntic.keycloak.url", "http://localhost:8090");
    static final String MAIL_API = property("mauntic.mail.api", "http://localhost:8098");

    private static final int PORTS_OF_A_REPLICA = 20;

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

    /** How many processes each service has. */
    static final int REPLICAS = Integer.parseInt(property("mauntic.replicas", "1"));

    private Platform() {}

    /**
     * Where one process of a service is reached, past the gateway.
     *
     * @param offset of the service's port from the gateway's
     * @param replica counted from 1
     */
    static String process(int offset, int replica) {
        return "http://localhost:"
                + (URI.create(URL).getPort() + offset + (replica - 1) * PORTS_OF_A_REPLICA);
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
