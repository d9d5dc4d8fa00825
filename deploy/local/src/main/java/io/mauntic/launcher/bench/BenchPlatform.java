package io.mauntic.launcher.bench;

import io.mauntic.launcher.client.ApiClient;
import io.mauntic.launcher.client.Marketing;
import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.platform.Down;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.platform.Up;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.process.RunningProcess;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A platform for one bench, with data, ports and a mail server of its own: a bench fills databases
 * and kills services, which is nothing to do to the one that somebody works with.
 */
public final class BenchPlatform implements AutoCloseable {
    private final Platform platform;
    private final Consumer<String> progress;
    private final SmtpSink mails;

    private BenchPlatform(Platform platform, SmtpSink mails, Consumer<String> progress) {
        this.platform = platform;
        this.mails = mails;
        this.progress = progress;
    }

    static BenchPlatform start(Settings user, Path home, Bench bench, Consumer<String> progress)
            throws IOException {
        SmtpSink mails = new SmtpSink();
        Map<String, String> values = new HashMap<>(bench.settings());
        if (bench.countsMails()) {
            values.put("MAUNTIC_SMTP_HOST", "localhost");
            values.put("MAUNTIC_SMTP_PORT", Integer.toString(mails.port()));
        }
        BenchPlatform platform =
                new BenchPlatform(Platform.recording(user.isolated(home, values)), mails, progress);
        new Down(platform.platform, progress).run();
        new Down(platform.platform, progress).wipe();
        Runtime.getRuntime().addShutdownHook(new Thread(platform::stop));
        platform.startMissing();
        if (platform.isFirstStart()) {
            progress.accept("Starting it once more, as it starts from then on");
            platform.startAgain();
        }
        return platform;
    }

    /** Whether something runs that has learnt nothing from an earlier start since it was built. */
    private boolean isFirstStart() throws IOException {
        for (Component component : platform.components()) {
            if (component.command().contains("-XX:AOTMode=record")) {
                return true;
            }
        }
        return false;
    }

    Marketing marketing() {
        return new Marketing(new ApiClient(platform.settings().localUrl(), platform.keycloakUrl()));
    }

    SmtpSink mails() {
        return mails;
    }

    void startMissing() throws IOException {
        new Up(platform, progress).run();
    }

    /** Stops it, starts it again, and tells how long the start took. */
    Duration startAgain() throws IOException {
        stop();
        try {
            new Down(platform, progress).prepareNextStart().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
        Instant begin = Instant.now();
        startMissing();
        return Duration.between(begin, Instant.now());
    }

    RunningProcess process(String component) {
        return platform.processes().find(component).orElseThrow();
    }

    /** What runs of it, by name. */
    Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> running = new TreeMap<>();
        platform.components()
                .forEach(
                        component ->
                                platform.processes()
                                        .find(component.name())
                                        .flatMap(RunningProcess::handle)
                                        .ifPresent(one -> running.put(component.name(), one)));
        return running;
    }

    /** Bootstrap servers. */
    String kafka() {
        return platform.kafka();
    }

    /** A connection to the services' database, as its administrator. */
    Connection database() throws SQLException {
        return platform.openDatabase();
    }

    /** Also when the bench is interrupted: nobody would look for this platform. */
    private void stop() {
        new Down(platform, _ -> {}).run();
    }

    @Override
    public void close() throws IOException {
        stop();
        mails.close();
    }
}
