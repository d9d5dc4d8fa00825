package io.mauntic.launcher.component;

import io.mauntic.launcher.process.ProcessTable;
import io.mauntic.launcher.process.RunningProcess;
import io.mauntic.launcher.process.Shutdown;
import io.mauntic.launcher.process.Starter;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Secrets;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The real components that tests share: what lives is used again, what is missing is started on
 * free ports.
 */
public final class TestComponents {
    public static final List<String> NAMES = List.of("postgres", "kafka", "mail", "s3", "keycloak");

    private final Home home;
    private final Software software;
    private final Secrets secrets;
    private final ProcessTable processes;
    private final Starter starter;
    private final Consumer<String> progress;

    public TestComponents(Home home, Software software, Consumer<String> progress) {
        this.home = home;
        this.software = software;
        this.secrets = new Secrets(home.secrets());
        this.processes = new ProcessTable(home.run());
        this.starter = new Starter(home, processes);
        this.progress = progress;
    }

    /**
     * Several test runs call this at once: the first one starts, the others wait and find
     * everything running. Returns whether none of it ran before.
     */
    public boolean start(Set<String> wanted) throws IOException {
        Files.createDirectories(home.root());
        try (FileChannel channel = lockFile();
                var _ = channel.lock()) {
            boolean first = NAMES.stream().allMatch(name -> processes.find(name).isEmpty());
            for (String name : NAMES) {
                boolean needed =
                        wanted.contains(name)
                                || name.equals("postgres") && wanted.contains("keycloak");
                if (needed) {
                    start(name);
                }
            }
            describe();
            return first;
        }
    }

    public void stop() throws IOException {
        Files.createDirectories(home.root());
        try (FileChannel channel = lockFile();
                var _ = channel.lock()) {
            for (String name : NAMES.reversed()) {
                if (new Shutdown(processes).stop(name)) {
                    progress.accept(name + " stopped");
                }
            }
            ComponentsFile.remove(home);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void start(String name) throws IOException {
        Map<String, Integer> ports = processes.find(name).map(RunningProcess::ports).orElse(null);
        if (ports != null) {
            progress.accept("%s already runs on %s".formatted(name, ports));
            return;
        }
        Component component = component(name);
        long millis = starter.start(component).toMillis();
        progress.accept(
                "%s started in %.1f s on %s".formatted(name, millis / 1000.0, component.ports()));
    }

    private Component component(String name) throws IOException {
        return switch (name) {
            case "postgres" -> postgres(Probe.freePort());
            case "kafka" -> new Kafka(home, software, false, Probe.freePort(), Probe.freePort());
            case "mail" ->
                    new MailCatcher(software, Probe.freePort(), Probe.freePort(), Probe.freePort());
            case "s3" -> new ObjectStore(home, software, Probe.freePort());
            default -> keycloak();
        };
    }

    private Postgres postgres(int port) {
        return new Postgres(home, software, secrets, port, Postgres.Purpose.TESTS);
    }

    private Keycloak keycloak() throws IOException {
        Database database = postgres(port("postgres", "sql")).database();
        String smtp =
                processes
                        .find("mail")
                        .map(mail -> mail.ports().get("smtp").toString())
                        .orElse("25");
        return new Keycloak(
                home,
                software,
                secrets,
                database,
                false,
                Probe.freePort(),
                Probe.freePort(),
                realmValues(secrets, smtp));
    }

    /** The realm of tests, whose services run at addresses that nobody knows in advance. */
    public static Map<String, String> realmValues(Secrets secrets, String smtpPort) {
        return Map.of(
                "MAUNTIC_CLIENT_SECRET", secrets.get("client.secret"),
                "MAUNTIC_PUBLIC_URL", "http://localhost:8081",
                "MAUNTIC_LOCAL_URL", "http://127.0.0.1:8081",
                "MAUNTIC_SMTP_HOST", "localhost",
                "MAUNTIC_SMTP_PORT", smtpPort);
    }

    private int port(String component, String purpose) {
        return processes.find(component).orElseThrow().ports().get(purpose);
    }

    private void describe() throws IOException {
        ComponentsFile file = new ComponentsFile();
        ifRuns("postgres", ports -> file.postgres(postgres(ports.get("sql")).database()));
        ifRuns("kafka", ports -> file.kafka("localhost:" + ports.get("broker")));
        ifRuns(
                "keycloak",
                ports ->
                        file.keycloak(
                                new KeycloakAdmin(
                                        "http://localhost:" + ports.get("http"),
                                        Keycloak.ADMINISTRATOR,
                                        secrets.get("keycloak.admin.password")),
                                secrets.get("client.secret")));
        ifRuns("mail", ports -> file.mail(ports.get("smtp"), ports.get("imap"), ports.get("api")));
        ifRuns("s3", ports -> file.s3("http://localhost:" + ports.get("http")));
        file.write(home);
    }

    private void ifRuns(String name, Consumer<Map<String, Integer>> then) {
        processes.find(name).map(RunningProcess::ports).ifPresent(then);
    }
}
