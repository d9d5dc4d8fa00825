package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.component.Kafka;
import io.mauntic.launcher.component.Keycloak;
import io.mauntic.launcher.component.MailCatcher;
import io.mauntic.launcher.component.ObjectStore;
import io.mauntic.launcher.component.Postgres;
import io.mauntic.launcher.component.Software;
import io.mauntic.launcher.process.ProcessTable;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Ports;
import io.mauntic.launcher.settings.Secrets;
import io.mauntic.launcher.settings.Service;
import io.mauntic.launcher.settings.Settings;
import io.mauntic.launcher.settings.StartNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What belongs to one platform: the products that the user does not bring, and our services. */
public final class Platform {
    private final Settings settings;
    private final boolean records;
    private final Home home;
    private final Secrets secrets;
    private final ServiceEnvironment environment;
    private final Software software;

    public Platform(Settings settings) {
        this(settings, false);
    }

    private Platform(Settings settings, boolean records) {
        this.settings = settings;
        this.records = records;
        this.home = new Home(settings.home());
        this.secrets = new Secrets(home.secrets());
        this.environment = new ServiceEnvironment(settings, secrets);
        this.software = new Software(settings.checkout(), settings.cache());
    }

    /** The one that runs in the user's home, and if none does, the one that would be started. */
    public static Platform current() {
        Settings user = Settings.fromEnvironment();
        Map<String, String> said = saidAtStart(user);
        return new Platform(said.isEmpty() ? user : user.withOnly(said), true);
    }

    /** The one to bring up: what the user says now, then what was said when it was started. */
    public static Platform toStart() {
        Settings user = Settings.fromEnvironment();
        return new Platform(user.withDefaults(saidAtStart(user)), true);
    }

    /** One whose first start records what makes the later ones fast ({@code AotCache}). */
    public static Platform recording(Settings settings) {
        return new Platform(settings, true);
    }

    private static Map<String, String> saidAtStart(Settings user) {
        Home home = new Home(user.home());
        boolean runs = new ProcessTable(home.run()).anyAlive();
        return runs ? new StartNote(home).read() : Map.of();
    }

    public Home home() {
        return home;
    }

    public Settings settings() {
        return settings;
    }

    public ProcessTable processes() {
        return new ProcessTable(home.run());
    }

    public String keycloakUrl() {
        return environment.keycloakUrl();
    }

    /** Bootstrap servers. */
    public String kafka() {
        return environment.kafka();
    }

    /** What needs another stands behind it; what stands in one list starts at the same time. */
    public List<List<Component>> stages() {
        return List.of(database(), identityProvider(), products(), services());
    }

    public List<Component> components() {
        return stages().stream().flatMap(List::stream).toList();
    }

    /** The services' database, as its administrator. */
    public Connection openDatabase() throws SQLException {
        return server().connect(ContextSchemas.DATABASE);
    }

    ContextSchemas schemas() {
        return new ContextSchemas(
                server(), environment.ownersPassword(), environment::databasePassword);
    }

    Migrations migrations() {
        return new Migrations(settings.checkout(), server(), environment.ownersPassword());
    }

    ServiceEnvironment environment() {
        return environment;
    }

    private Database server() {
        return settings.postgres().orElseGet(() -> embedded().database());
    }

    /** What the user brings. */
    List<External> external() {
        List<External> external = new ArrayList<>();
        settings.postgres()
                .ifPresent(
                        server ->
                                external.add(
                                        new External("postgres", server.host(), server.port())));
        settings.keycloak().ifPresent(one -> external.add(External.at("keycloak", one.url())));
        settings.kafka()
                .ifPresent(
                        servers ->
                                external.add(
                                        External.at("kafka", "kafka://" + servers.split(",")[0])));
        settings.s3Url().ifPresent(url -> external.add(External.at("s3", url)));
        settings.smtpHost()
                .ifPresent(host -> external.add(new External("mail", host, settings.smtpPort())));
        return external;
    }

    List<Component> database() {
        return settings.postgres().isPresent() ? List.of() : List.of(embedded());
    }

    private Postgres embedded() {
        return new Postgres(
                home, software, secrets, settings.ports().postgres(), Postgres.Purpose.PLATFORM);
    }

    List<Component> products() {
        Ports ports = settings.ports();
        List<Component> products = new ArrayList<>();
        if (settings.kafka().isEmpty()) {
            products.add(
                    new Kafka(home, software, records, ports.kafka(), ports.kafkaController()));
        }
        if (settings.s3Url().isEmpty()) {
            products.add(new ObjectStore(home, software, ports.s3()));
        }
        if (settings.smtpHost().isEmpty()) {
            products.add(new MailCatcher(software, ports.smtp(), ports.imap(), ports.mailApi()));
        }
        return products;
    }

    List<Component> identityProvider() {
        Ports ports = settings.ports();
        return settings.keycloak().isPresent()
                ? List.of()
                : List.of(
                        new Keycloak(
                                home,
                                software,
                                secrets,
                                server(),
                                records,
                                ports.keycloak(),
                                ports.keycloakManagement(),
                                environment.realm()));
    }

    List<Component> services() {
        return Stream.of(Service.values())
                .flatMap(
                        service ->
                                IntStream.rangeClosed(1, settings.replicas())
                                        .mapToObj(replica -> process(service, replica)))
                .toList();
    }

    private Component process(Service service, int replica) {
        return new ServiceProcess(
                service,
                replica,
                settings.checkout(),
                records && replica == 1,
                settings.ports().of(service, replica),
                environment.of(service, replica));
    }
}
