package io.mauntic.launcher.container;

import io.mauntic.launcher.component.ComponentsFile;
import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.component.Keycloak;
import io.mauntic.launcher.component.KeycloakAdmin;
import io.mauntic.launcher.component.Postgres;
import io.mauntic.launcher.component.Realm;
import io.mauntic.launcher.component.TestComponents;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/**
 * PostgreSQL, Kafka, Keycloak and an S3-compatible store in containers, from {@link #start} until
 * they are closed or this process ends. Their data end with them.
 */
public final class Containers implements AutoCloseable {
    /** In development mode Keycloak builds itself anew at each start. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final int SQL = 5432;
    private static final int KEYCLOAK = 8080;
    private static final int KEYCLOAK_HEALTH = 9000;
    private static final int S3 = 80;

    private final Home home;
    private final Secrets secrets;
    private final Images images;
    private final GenericContainer<?> postgres;
    private final KafkaContainer kafka;
    private final GenericContainer<?> keycloak;
    private final GenericContainer<?> s3;

    private Containers(Home home) throws IOException {
        this.home = home;
        this.secrets = new Secrets(home.secrets());
        this.images = new Images();
        this.postgres = postgres();
        this.kafka = kafka();
        this.keycloak = keycloak();
        this.s3 = s3();
    }

    /** The home keeps their logs, and the file that tells tests where they are. */
    public static Containers start(Home home, Consumer<String> progress) throws IOException {
        if (!engineAnswers()) {
            throw new LaunchFailure(
                    "-Dmauntic.components=containers needs a container engine, and none answers at DOCKER_HOST or "
                            + "/var/run/docker.sock. Start Docker or Podman, or leave the option out: "
                            + "the embedded components need no engine.");
        }
        Containers containers = new Containers(home);
        try {
            containers.start(progress);
            return containers;
        } catch (RuntimeException | IOException failure) {
            containers.close();
            throw failure;
        }
    }

    private static boolean engineAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException failure) {
            throw new LaunchFailure(
                    "The container engine cannot be used:" + causes(failure), failure);
        }
    }

    private void start(Consumer<String> progress) throws IOException {
        Map<String, GenericContainer<?>> all = byName();
        Files.createDirectories(home.log("any").getParent());
        for (Map.Entry<String, GenericContainer<?>> entry : all.entrySet()) {
            progress.accept(
                    "Starting %s from the image %s"
                            .formatted(entry.getKey(), images.of(entry.getKey())));
            entry.getValue()
                    .withLogConsumer(new ContainerLog(home.log(entry.getKey())))
                    .withStartupTimeout(PATIENCE);
        }
        try {
            Startables.deepStart(all.values()).join();
        } catch (CompletionException failure) {
            throw new LaunchFailure(
                    "A container could not be started:%s%nTheir logs are in %s"
                            .formatted(causes(failure.getCause()), home.log("any").getParent()),
                    failure);
        }
        new Realm(keycloakAdmin()).ensure(TestComponents.realmValues(secrets, "25"));
        ComponentsFile file = new ComponentsFile();
        file.postgres(database());
        file.kafka(kafka.getBootstrapServers());
        file.keycloak(keycloakAdmin(), secrets.get("client.secret"));
        file.s3(s3Url());
        file.write(home);
    }

    /** What a platform is told so that it uses these in the place of its own. */
    public Map<String, String> asExternal() {
        return Map.of(
                "MAUNTIC_POSTGRES_HOST", database().host(),
                "MAUNTIC_POSTGRES_PORT", Integer.toString(database().port()),
                "MAUNTIC_POSTGRES_ADMIN_USER", database().user(),
                "MAUNTIC_POSTGRES_ADMIN_PASSWORD", database().password(),
                "MAUNTIC_KAFKA", kafka.getBootstrapServers(),
                "MAUNTIC_KEYCLOAK_URL", keycloakAdmin().url(),
                "MAUNTIC_KEYCLOAK_ADMIN_USER", keycloakAdmin().user(),
                "MAUNTIC_KEYCLOAK_ADMIN_PASSWORD", keycloakAdmin().password(),
                "MAUNTIC_S3_URL", s3Url());
    }

    @Override
    public void close() throws IOException {
        byName().values().forEach(GenericContainer::stop);
        ComponentsFile.remove(home);
    }

    private Map<String, GenericContainer<?>> byName() {
        Map<String, GenericContainer<?>> all = new LinkedHashMap<>();
        all.put("postgres", postgres);
        all.put("kafka", kafka);
        all.put("keycloak", keycloak);
        all.put("s3", s3);
        return all;
    }

    private GenericContainer<?> postgres() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        command.addAll(Postgres.Purpose.TESTS.options());
        return new GenericContainer<>(images.of("postgres"))
                .withEnv("POSTGRES_USER", Postgres.SUPERUSER)
                .withEnv("POSTGRES_PASSWORD", secrets.get("postgres.password"))
                .withEnv("POSTGRES_INITDB_ARGS", "-E UTF8 --no-locale --no-sync")
                .withCommand(command.toArray(String[]::new))
                .withSharedMemorySize(512L << 20)
                .withExposedPorts(SQL)
                // The image starts the server once without a network, to make the superuser.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
    }

    private KafkaContainer kafka() {
        return new KafkaContainer(images.of("kafka"))
                .withEnv("KAFKA_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8");
    }

    /** In development mode it keeps its tables in memory: nobody needs them afterwards. */
    private GenericContainer<?> keycloak() {
        return new GenericContainer<>(images.of("keycloak"))
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", Keycloak.ADMINISTRATOR)
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin.password"))
                .withEnv("KC_DB", "dev-mem")
                .withCommand("start-dev", "--health-enabled=true", "--http-host=0.0.0.0")
                .withExposedPorts(KEYCLOAK, KEYCLOAK_HEALTH)
                .waitingFor(Wait.forHttp("/health/ready").forPort(KEYCLOAK_HEALTH));
    }

    private GenericContainer<?> s3() {
        return new GenericContainer<>(images.of("s3"))
                .withEnv("S3PROXY_AUTHORIZATION", "none")
                .withEnv("JCLOUDS_PROVIDER", "filesystem-nio2")
                .withExposedPorts(S3)
                .waitingFor(Wait.forHttp("/").forPort(S3));
    }

    private Database database() {
        return new Database(
                postgres.getHost(),
                postgres.getMappedPort(SQL),
                Postgres.SUPERUSER,
                secrets.get("postgres.password"));
    }

    private KeycloakAdmin keycloakAdmin() {
        return new KeycloakAdmin(
                "http://%s:%d".formatted(keycloak.getHost(), keycloak.getMappedPort(KEYCLOAK)),
                Keycloak.ADMINISTRATOR,
                secrets.get("keycloak.admin.password"));
    }

    private String s3Url() {
        return "http://%s:%d".formatted(s3.getHost(), s3.getMappedPort(S3));
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append("%n  ".formatted()).append(cause.getMessage());
        }
        return text.toString();
    }
}
