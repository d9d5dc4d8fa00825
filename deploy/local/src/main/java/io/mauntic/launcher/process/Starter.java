package io.mauntic.launcher.process;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.settings.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts components so that they outlive the launcher, and waits until they are ready. */
public final class Starter {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int LINES_SHOWN = 15;

    private final Home home;
    private final ProcessTable processes;

    public Starter(Home home, ProcessTable processes) {
        this.home = home;
        this.processes = processes;
    }

    /** Returns how long it took; what cannot become ready is stopped again before this throws. */
    public Duration start(Component component) {
        Instant begin = Instant.now();
        refuseTakenPorts(component);
        try {
            component.prepare();
            Process process = launch(component);
            try {
                awaitReady(component, process);
                component.afterStart();
            } catch (LaunchFailure | IOException e) {
                new Shutdown(processes).stop(component.name());
                throw e;
            }
        } catch (IOException e) {
            throw new LaunchFailure(
                    component.name() + " could not be started: " + e.getMessage(), e);
        }
        return Duration.between(begin, Instant.now());
    }

    public void refuseTakenPorts(Component component) {
        component
                .ports()
                .forEach(
                        (purpose, port) -> {
                            if (!Probe.free(port)) {
                                throw new LaunchFailure(
                                        "Port %d (%s, %s) is taken by another program. Stop it, or choose other ports with MAUNTIC_PORT."
                                                .formatted(port, component.name(), purpose));
                            }
                        });
    }

    private Process launch(Component component) throws IOException {
        Path log = home.log(component.name());
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>();
        if (onPath("setsid")) {
            command.add("setsid"); // a terminal that closes must not take the platform with it
        }
        command.addAll(component.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(home.root().toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(component.environment());
        Process process = builder.start();
        processes.add(
                new RunningProcess(
                        component.name(),
                        process.pid(),
                        process.info().startInstant().orElse(Instant.now()),
                        component.stopSignal(),
                        component.ports(),
                        log));
        return process;
    }

    private void awaitReady(Component component, Process process) throws IOException {
        Instant limit = Instant.now().plus(component.patience());
        while (!component.ready()) {
            if (!process.isAlive()) {
                throw new LaunchFailure(died(component, process.exitValue()));
            }
            if (Instant.now().isAfter(limit)) {
                throw new LaunchFailure(
                        "%s is not ready after %d s. Its log is %s"
                                .formatted(
                                        component.name(),
                                        component.patience().toSeconds(),
                                        home.log(component.name())));
            }
            pause(process);
        }
    }

    private static void pause(Process process) {
        try {
            process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
    }

    private String died(Component component, int exit) throws IOException {
        Path log = home.log(component.name());
        return "%s ended with exit code %d. The end of its log, %s:%n%s"
                .formatted(
                        component.name(),
                        exit,
                        log,
                        String.join("\n", LogTail.lines(log, LINES_SHOWN)));
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
