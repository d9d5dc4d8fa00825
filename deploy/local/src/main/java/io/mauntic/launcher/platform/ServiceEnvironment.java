package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.settings.Ports;
import io.mauntic.launcher.settings.Secrets;
import io.mauntic.launcher.settings.Service;
import io.mauntic.launcher.settings.Settings;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a service is told by its environment, as docs/conventions.md lists it. */
public final class ServiceEnvironment {
    // On one machine everybody comes from the same address, benches and tests among them.
    private static final Map<String, String> LIMITS =
            Map.of(
                    "MAUNTIC_LIMITS_ADDRESS_PER_SECOND", "5000",
                    "MAUNTIC_LIMITS_SESSION_PER_SECOND", "5000",
                    "MAUNTIC_LIMITS_CLIENT_PER_SECOND", "5000",
                    "MAUNTIC_LIMITS_FORM_PER_SECOND", "5000");

    private static final Set<Service> SEALED_BEFORE =
            EnumSet.of(Service.MESSAGING, Service.INTEGRATIONS);

    /** Messaging tells content with it whom a link led to a page. */
    private static final Set<Service> TRACKING = EnumSet.of(Service.MESSAGING, Service.CONTENT);

    /** Who hashes refused addresses. */
    private static final Set<Service> ADDRESSES = EnumSet.of(Service.CRM, Service.MESSAGING);

    private final Settings settings;
    private final Secrets secrets;

    public ServiceEnvironment(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * @param replica counted from 1
     */
    public Map<String, String> of(Service service, int replica) {
        Ports ports = settings.ports();
        Database database =
                settings.postgres().orElse(new Database("localhost", ports.postgres(), "", ""));
        Map<String, String> environment = new TreeMap<>(settings.given());
        environment.keySet().removeIf(name -> name.contains("_ADMIN_"));
        environment.put("MAUNTIC_HTTP_PORT", Integer.toString(ports.of(service, replica)));
        environment.put("MAUNTIC_POSTGRES_HOST", database.host());
        environment.put("MAUNTIC_POSTGRES_PORT", Integer.toString(database.port()));
        environment.put("MAUNTIC_POSTGRES_DATABASE", ContextSchemas.DATABASE);
        if (service != Service.GATEWAY) {
            environment.put("MAUNTIC_POSTGRES_PASSWORD", databasePassword(service));
        }
        environment.put("MAUNTIC_KAFKA", kafka());
        environment.put("MAUNTIC_KEYCLOAK_URL", keycloakUrl());
        environment.put("MAUNTIC_SMTP_HOST", settings.smtpHost().orElse("localhost"));
        environment.put("MAUNTIC_SMTP_PORT", Integer.toString(settings.smtpPort()));
        environment.put("MAUNTIC_BOUNCE_PORT", Integer.toString(ports.bounces(replica)));
        settings.bounceDomain()
                .ifPresent(domain -> environment.put("MAUNTIC_BOUNCE_DOMAIN", domain));
        environment.put(
                "MAUNTIC_S3_URL", settings.s3Url().orElse("http://localhost:" + ports.s3()));
        environment.put("MAUNTIC_PUBLIC_URL", settings.publicUrl());
        environment.remove("MAUNTIC_SECRET");
        environment.remove("MAUNTIC_TRACKING_SECRET");
        environment.remove("MAUNTIC_ADDRESS_SECRET");
        environment.putAll(keys(service));
        environment.put("MAUNTIC_CLIENT_SECRET", clientSecret());
        environment.put("MAUNTIC_TOPIC_PREFIX", "mauntic.");
        for (Service context : Service.contexts()) {
            environment.put("MAUNTIC_" + context.name() + "_URL", url(context, 1));
        }
        if (service == Service.GATEWAY) {
            LIMITS.forEach(environment::putIfAbsent);
            for (Service context : Service.contexts()) {
                environment.put(
                        "MAUNTIC_" + context.name() + "_URL",
                        IntStream.rangeClosed(1, settings.replicas())
                                .mapToObj(each -> url(context, each))
                                .collect(Collectors.joining(",")));
            }
        } else {
            environment.put("QUARKUS_HTTP_HOST", "127.0.0.1"); // the gateway is the only door
        }
        environment.put(
                "MALLOC_ARENA_MAX", "2"); // glibc's arenas cost some 50 MB a process otherwise
        return environment;
    }

    /** The newest first: what a home made while all services had one secret still opens. */
    private Map<String, String> keys(Service service) {
        Optional<String> former =
                settings.formerSecret().or(() -> secrets.known("platform.secret"));
        Map<String, String> keys = new TreeMap<>();
        if (service != Service.GATEWAY) {
            keys.put(
                    "MAUNTIC_SECRET",
                    keyset(
                            secrets.get(service.context() + ".secret"),
                            former.filter(_ -> SEALED_BEFORE.contains(service))));
        }
        if (TRACKING.contains(service)) {
            keys.put("MAUNTIC_TRACKING_SECRET", keyset(secrets.get("tracking.secret"), former));
        }
        if (ADDRESSES.contains(service)) {
            keys.put("MAUNTIC_ADDRESS_SECRET", secrets.get("address.secret"));
        }
        return keys;
    }

    private static String keyset(String newest, Optional<String> former) {
        return former.map(secret -> newest + "," + secret).orElse(newest);
    }

    private String url(Service service, int replica) {
        return "http://localhost:" + settings.ports().of(service, replica);
    }

    String kafka() {
        return settings.kafka().orElse("localhost:" + settings.ports().kafka());
    }

    String keycloakUrl() {
        return settings.keycloak()
                .map(admin -> admin.url())
                .orElse("http://localhost:" + settings.ports().keycloak());
    }

    String clientSecret() {
        return settings.secret("MAUNTIC_CLIENT_SECRET", secrets, "client.secret");
    }

    /** Of the service's own role. */
    String databasePassword(Service service) {
        return secrets.get(service.context() + ".database.password");
    }

    /** Of the roles that own the schemas; no service is told it. */
    String ownersPassword() {
        return secrets.get("owners.database.password");
    }

    /** The values of the realm's placeholders. */
    Map<String, String> realm() {
        return Map.of(
                "MAUNTIC_CLIENT_SECRET", clientSecret(),
                "MAUNTIC_PUBLIC_URL", settings.publicUrl(),
                "MAUNTIC_LOCAL_URL", settings.localUrl(),
                "MAUNTIC_SMTP_HOST", settings.smtpHost().orElse("localhost"),
                "MAUNTIC_SMTP_PORT", Integer.toString(settings.smtpPort()));
    }
}
