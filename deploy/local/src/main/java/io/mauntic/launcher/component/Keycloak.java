package io.mauntic.launcher.component;

import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The identity provider. Its tables live in the same Postgres, in a database of their own. */
public final class Keycloak implements Component {
    public static final String ADMINISTRATOR = "mauntic-admin";
    private static final String DATABASE = "keycloak";
    private static final String JAR = "lib/quarkus-run.jar";

    private final Home home;
    private final Software software;
    private final Secrets secrets;
    private final Database database;
    private final boolean records;
    private final int port;
    private final int managementPort;
    private final Map<String, String> realmValues;

    /** {@code realmValues} fill the placeholders of the realm's description. */
    public Keycloak(
            Home home,
            Software software,
            Secrets secrets,
            Database database,
            boolean records,
            int port,
            int managementPort,
            Map<String, String> realmValues) {
        this.home = home;
        this.software = software;
        this.secrets = secrets;
        this.database = database;
        this.records = records;
        this.port = port;
        this.managementPort = managementPort;
        this.realmValues = realmValues;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("http", port, "management", managementPort);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(400);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void prepare() throws IOException {
        try {
            database.createDatabase(DATABASE);
        } catch (SQLException e) {
            throw new LaunchFailure("keycloak cannot have its database: " + e.getMessage(), e);
        }
        install();
    }

    @Override
    public List<String> command() throws IOException {
        return server(cache().flags());
    }

    @Override
    public Optional<String> preparation() throws IOException {
        return cache().assembly(server(List.of()));
    }

    /** Holds only what its own class loader does not load, which is a seventh of its start. */
    private AotCache cache() throws IOException {
        Path install = install();
        return new AotCache(install, install.resolve(JAR), records);
    }

    private List<String> server(List<String> flags) throws IOException {
        List<String> command = java(install(), "-Xmx320m");
        command.addAll(1, flags);
        command.addAll(
                List.of(
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname-strict=false",
                        "--db-url=" + database.jdbcUrl(DATABASE),
                        "--db-pool-max-size=20",
                        "--log-level=WARN,io.quarkus:INFO"));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KC_DB_USERNAME", database.user(),
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin.password"));
    }

    @Override
    public boolean ready() {
        return Probe.answersOk("http://localhost:%d/health/ready".formatted(managementPort));
    }

    @Override
    public void afterStart() throws IOException {
        String password = secrets.get("keycloak.admin.password");
        new Realm(new KeycloakAdmin(url(), ADMINISTRATOR, password)).ensure(realmValues);
    }

    /**
     * Unpacked and built once: what the build fixes (database, cache) lets every later start skip
     * it.
     */
    private Path install() throws IOException {
        Path zip = software.artifact(name(), "keycloak-quarkus-dist");
        String version = zip.getParent().getFileName().toString();
        return software.installed(
                "keycloak-" + version,
                directory -> {
                    Archive.unzip(zip, directory);
                    List<String> build = java(directory, "-Xmx512m");
                    build.add(1, "-Dkc.config.build-and-exit=true");
                    build.addAll(
                            List.of(
                                    "build",
                                    "--db=postgres",
                                    "--cache=local",
                                    "--health-enabled=true"));
                    Command.run("keycloak could not be built", build, home.log("keycloak-build"));
                });
    }

    /** What {@code bin/kc.sh} does, without a shell between us and the process. */
    private static List<String> java(Path install, String heap) {
        return new ArrayList<>(
                List.of(
                        Software.java(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Dkc.home.dir=" + install,
                        "-Djboss.server.config.dir=" + install.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-cp",
                        install.resolve(JAR).toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    }
}
