package io.mauntic.acceptance;

/** Where the platform under test is reached; {@code ./mauntic test} says so, and a developer's own is the default. */
final class Platform {

    static final String URL = property("mauntic.url", "http://localhost:8080");
    static final String KEYCLOAK = property("mauntic.keycloak.url", "http://localhost:8090");
    static final String MAIL_API = property("mauntic.mail.api", "http://localhost:8098");

    static final String PASSWORD = "mauntic-demo";
    static final String ADMINISTRATOR = "admin@demo.example";
    static final String MARKETER = "marketer@demo.example";
    static final String READER = "reader@demo.example";

    private Platform() {}

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
