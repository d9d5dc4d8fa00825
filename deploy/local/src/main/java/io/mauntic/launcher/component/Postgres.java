package io.mauntic.launcher.component;

import io.mauntic.launcher.process.Signal;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The database server, on this machine's loopback address only. */
public final class Postgres implements Component {
    public static final String SUPERUSER = "mauntic";

    /** Tests trade the safety of the data for speed: they make them anew each time. */
    public enum Purpose {
        PLATFORM("384MB", "on"),
        TESTS("256MB", "off");

        private final String sharedBuffers;
        private final String durable;

        Purpose(String sharedBuffers, String durable) {
            this.sharedBuffers = sharedBuffers;
            this.durable = durable;
        }

        /** As the server's command line takes them, wherever it runs. */
        public List<String> options() {
            return Stream.of(
                            "max_connections=" + CONNECTIONS,
                            "shared_buffers=" + sharedBuffers,
                            "fsync=" + durable,
                            "full_page_writes=" + durable,
                            "synchronous_commit=" + durable,
                            "jit=off",
                            "random_page_cost=1.1",
                            "wal_level=minimal",
                            "max_wal_senders=0",
                            "max_wal_size=2GB",
                            "timezone=UTC",
                            "log_timezone=UTC")
                    .flatMap(setting -> Stream.of("-c", setting))
                    .toList();
        }
    }

    private static final int CONNECTIONS = 400;

    private final Home home;
    private final Software software;
    private final Secrets secrets;
    private final int port;
    private final Purpose purpose;

    public Postgres(Home home, Software software, Secrets secrets, int port, Purpose purpose) {
        this.home = home;
        this.software = software;
        this.secrets = secrets;
        this.port = port;
        this.purpose = purpose;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("sql", port);
    }

    @Override
    public Signal stopSignal() {
        return Signal.INT;
    }

    public Database database() {
        return new Database("localhost", port, SUPERUSER, secrets.get("postgres.password"));
    }

    @Override
    public void prepare() throws IOException {
        Path data = home.data(name());
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path draft = home.data("postgres.draft"); // one that was interrupted is no database
        Folders.delete(draft);
        Files.createDirectories(data.getParent());
        Path password = Files.createTempFile(data.getParent(), "initdb", ".password");
        try {
            Files.writeString(password, secrets.get("postgres.password"));
            List<String> command = asOrdinaryUser();
            command.add(install().resolve("bin/initdb").toString());
            command.addAll(List.of("-D", draft.toString(), "-U", SUPERUSER, "-A", "scram-sha-256"));
            command.addAll(
                    List.of(
                            "--pwfile",
                            password.toString(),
                            "-E",
                            "UTF8",
                            "--no-locale",
                            "--no-sync"));
            Command.run(
                    "postgres could not make its data folder",
                    command,
                    home.log("postgres-initdb"));
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.delete(password);
        }
    }

    @Override
    public List<String> command() throws IOException {
        List<String> command = asOrdinaryUser();
        command.add(install().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", home.data(name()).toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
        command.addAll(List.of("-c", "unix_socket_directories="));
        command.addAll(purpose.options());
        return command;
    }

    @Override
    public boolean ready() {
        if (!Probe.connects("localhost", port)) {
            return false;
        }
        try (var _ = database().connect("postgres")) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Path install() throws IOException {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
        Path jar = software.artifact(name(), system + "-" + processor);
        String version = jar.getParent().getFileName().toString();
        return software.installed(
                "postgres-%s-%s-%s".formatted(version, system, processor),
                directory -> Archive.untar(jar, ".txz", directory));
    }

    /**
     * Postgres refuses to run as root; in a user namespace of its own it is nobody, and still owns
     * its files.
     */
    private static List<String> asOrdinaryUser() {
        boolean root = System.getProperty("user.name").equals("root");
        return new ArrayList<>(root ? List.of("unshare", "-U") : List.of());
    }
}
