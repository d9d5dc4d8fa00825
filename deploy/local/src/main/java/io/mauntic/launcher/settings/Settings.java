package io.mauntic.launcher.settings;

import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.component.KeycloakAdmin;
import io.mauntic.launcher.process.LaunchFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the user decides, by environment variables. */
public final class Settings {
    private static final Set<String> PLACES = Set.of("MAUNTIC_CACHE", "MAUNTIC_HOME");

    private final Path checkout;
    private final Map<String, String> environment;

    public Settings(Path checkout, Map<String, String> environment) {
        this.checkout = checkout;
        this.environment = environment;
    }

    /** The script names the checkout; everything else is the user's environment. */
    public static Settings fromEnvironment() {
        return new Settings(Path.of(System.getProperty("mauntic.checkout", ".")), System.getenv());
    }

    public Path checkout() {
        return checkout.toAbsolutePath().normalize();
    }

    public Path home() {
        return value("MAUNTIC_HOME").map(Path::of).orElse(checkout().resolve(".mauntic"));
    }

    public Path testHome() {
        return value("MAUNTIC_TEST_HOME").map(Path::of).orElse(checkout().resolve(".mauntic/test"));
    }

    /** Unpacked software, shared by all homes of a user. */
    public Path cache() {
        return value("MAUNTIC_CACHE")
                .map(Path::of)
                .orElseGet(
                        () ->
                                value("XDG_CACHE_HOME")
                                        .map(Path::of)
                                        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                                        .resolve("mauntic"));
    }

    public Ports ports() {
        return new Ports(number("MAUNTIC_PORT", 8080));
    }

    /** How many processes each of our services has. */
    public int replicas() {
        int replicas = number("MAUNTIC_REPLICAS", 1);
        if (replicas < 1 || replicas > Ports.MOST_REPLICAS) {
            throw new LaunchFailure(
                    "MAUNTIC_REPLICAS must be between 1 and %d, not %d"
                            .formatted(Ports.MOST_REPLICAS, replicas));
        }
        return replicas;
    }

    /** What mails, scripts and redirects carry. */
    public String publicUrl() {
        return value("MAUNTIC_PUBLIC_URL")
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(this::localUrl);
    }

    public String localUrl() {
        return "http://localhost:" + ports().gateway();
    }

    public Optional<String> smtpHost() {
        return value("MAUNTIC_SMTP_HOST");
    }

    public int smtpPort() {
        return smtpHost().isPresent() ? number("MAUNTIC_SMTP_PORT", 25) : ports().smtp();
    }

    /**
     * Where mails come back to; an outer mail server would refuse a domain that nobody else knows.
     */
    public Optional<String> bounceDomain() {
        return value("MAUNTIC_BOUNCE_DOMAIN")
                .or(
                        () ->
                                smtpHost().isPresent()
                                        ? Optional.empty()
                                        : Optional.of("bounces.localhost"));
    }

    public Optional<String> kafka() {
        return value("MAUNTIC_KAFKA");
    }

    public Optional<String> s3Url() {
        return value("MAUNTIC_S3_URL");
    }

    /** A Postgres of the user's, with the login that may make roles and databases there. */
    public Optional<Database> postgres() {
        return value("MAUNTIC_POSTGRES_HOST")
                .map(
                        host ->
                                new Database(
                                        host,
                                        number("MAUNTIC_POSTGRES_PORT", 5432),
                                        value("MAUNTIC_POSTGRES_ADMIN_USER").orElse("postgres"),
                                        value("MAUNTIC_POSTGRES_ADMIN_PASSWORD").orElse("")));
    }

    /** A Keycloak of the user's, with the administrator who may make the realm there. */
    public Optional<KeycloakAdmin> keycloak() {
        return value("MAUNTIC_KEYCLOAK_URL")
                .map(
                        url ->
                                new KeycloakAdmin(
                                        url,
                                        value("MAUNTIC_KEYCLOAK_ADMIN_USER").orElse("admin"),
                                        value("MAUNTIC_KEYCLOAK_ADMIN_PASSWORD").orElse("")));
    }

    /**
     * The same checkout with a home and free ports of its own, and nothing of what the user brings
     * to the platform.
     */
    public Settings isolated(Path home, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("MAUNTIC_HOME", home.toString());
        all.put("MAUNTIC_PORT", Integer.toString(Ports.free().gateway()));
        return withOnly(all);
    }

    /** The same checkout, home and cache, and otherwise nothing but these values. */
    public Settings withOnly(Map<String, String> values) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.keySet().removeIf(name -> name.startsWith("MAUNTIC_") && !PLACES.contains(name));
        changed.putAll(values);
        return new Settings(checkout, changed);
    }

    /** These values where the user says nothing else. */
    public Settings withDefaults(Map<String, String> values) {
        Map<String, String> changed = new HashMap<>(values);
        changed.putAll(environment);
        return new Settings(checkout, changed);
    }

    /**
     * Everything that the user said about Mauntic; services read some of it that the launcher does
     * not know.
     */
    public Map<String, String> given() {
        Map<String, String> given = new HashMap<>(environment);
        given.keySet().removeIf(name -> !name.startsWith("MAUNTIC_") || PLACES.contains(name));
        return given;
    }

    /** What all services shared before each had a secret of its own. */
    public Optional<String> formerSecret() {
        return value("MAUNTIC_SECRET");
    }

    /** A value given by the user wins over the home's own secret. */
    public String secret(String variable, Secrets secrets, String name) {
        return value(variable).orElseGet(() -> secrets.get(name));
    }

    private int number(String name, int otherwise) {
        Optional<String> text = value(name);
        try {
            return text.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new LaunchFailure(
                    "%s must be a number, not %s".formatted(name, text.orElseThrow()), e);
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
