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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What belongs to one platform: the products that the user does not bring, and our services. */
public final class Platform {
    private final Settings settings;
    private final Home home;
    private final Secrets secrets;
    private final ServiceEnvironment environment;
    private final Software software;

    public Platform(Settings settings) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.secrets = new Secrets(home.secrets());
        this.environment = new ServiceEnvironment(settings, secrets);
        this.software = new Software(settings.checkout(), settings.cache());
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

    /** In the order of starting; what stands in one list starts at the same time. */
    public List<List<Component>> stages() {
        return List.of(database(), products(), services());
    }

    public List<Component> components() {
        return stages().stream().flatMap(List::stream).toList();
    }

    ContextSchemas schemas() {
        return new ContextSchemas(server(), environment.rolesPassword());
    }

    ServiceEnvironment environment() {
        return environment;
    }

    private Database server() {
        return settings.postgres().orElseGet(() -> embedded().database());
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
        if (settings.keycloak().isEmpty()) {
            products.add(
                    new Keycloak(
                            home,
                            software,
                            secrets,
                            server(),
                            ports.keycloak(),
                            ports.keycloakManagement(),
                            environment.realm()));
        }
        if (settings.kafka().isEmpty()) {
            products.add(new Kafka(home, software, ports.kafka(), ports.kafkaController()));
        }
        if (settings.s3Url().isEmpty()) {
            products.add(new ObjectStore(home, software, ports.s3()));
        }
        if (settings.smtpHost().isEmpty()) {
            products.add(new MailCatcher(software, ports.smtp(), ports.imap(), ports.mailApi()));
        }
        return products;
    }

    List<Component> services() {
        return Stream.of(Service.values())
                .map(
                        service ->
                                (Component)
                                        new ServiceProcess(
                                                service,
                                                settings.checkout(),
                                                settings.ports().of(service),
                                                environment.of(service)))
                .toList();
    }
}
