package io.mauntic.launcher.process;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.settings.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts components so that they outlive the launcher, and waits until they are ready. */
public final class Starter {
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** Exit codes above it tell of a signal. */
    private static final int SIGNALLED = 128;

    private final Home home;
    private final ProcessTable processes;
    private final Map<String, Process> launched = new LinkedHashMap<>();
    private boolean closed;

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
            launch(component);
            try {
                awaitReady(component);
                component.afterStart();
            } catch (LaunchFailure | IOException e) {
                new Shutdown(processes).stop(component.name());
                throw e;
            }
        } catch (IOException e) {
            String reason = closed() ? "Interrupted" : "%s could not be started: %s";
            throw new LaunchFailure(reason.formatted(component.name(), e), e);
        }
        return Duration.between(begin, Instant.now());
    }

    /**
     * Stops what was started here, the last first, and starts nothing any more: an interrupted
     * launcher must not leave a process that nobody knows.
     */
    public void undo() {
        List<String> names;
        synchronized (launched) {
            closed = true;
            names = List.copyOf(launched.keySet());
        }
        Shutdown shutdown = new Shutdown(processes);
        names.reversed().forEach(shutdown::stop);
    }

    public void refuseTakenPorts(Component component) {
        component
                .ports()
                .forEach(
                        (purpose, port) -> {
                            if (!Probe.free(port)) {
                                throw new LaunchFailure(
                                        "Port %d (%s, %s) is taken by %s. Stop it, or choose other ports with MAUNTIC_PORT."
                                                .formatted(
                                                        port,
                                                        component.name(),
                                                        purpose,
                                                        PortOwner.name(port)));
                            }
                        });
    }

    private boolean closed() {
        synchronized (launched) {
            return closed;
        }
    }

    private void launch(Component component) throws IOException {
        Path log = freshLog(component.name());
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
        // What the launcher is told, passwords of administrators among it, is not for everybody.
        environment.keySet().removeIf(name -> name.startsWith("MAUNTIC_"));
        environment.putAll(component.environment());
        synchronized (launched) {
            if (closed) {
                throw new LaunchFailure("Interrupted");
            }
            Process process = builder.start();
            launched.put(component.name(), process);
            processes.add(
                    new RunningProcess(
                            component.name(),
                            process.pid(),
                            process.info().startInstant().orElse(Instant.now()),
                            component.stopSignal(),
                            component.ports(),
                            log));
        }
    }

    /** The run before keeps its log: it may say why it ended. */
    private Path freshLog(String name) throws IOException {
        Path log = home.log(name);
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private void awaitReady(Component component) throws IOException {
        Instant limit = Instant.now().plus(component.patience());
        while (!component.ready()) {
            refuseDead();
            if (Instant.now().isAfter(limit)) {
                throw new LaunchFailure(
                        "%s is not ready after %d s. %s"
                                .formatted(
                                        component.name(),
                                        component.patience().toSeconds(),
                                        LogExcerpt.of(home.log(component.name()))));
            }
            pause(component.name());
        }
    }

    /** Of any: what waits for a broker that has died would wait in vain, and be blamed for it. */
    private void refuseDead() throws IOException {
        Map<String, Process> all;
        synchronized (launched) {
            if (closed) {
                throw new LaunchFailure("Interrupted");
            }
            all = new LinkedHashMap<>(launched);
        }
        for (Map.Entry<String, Process> one : all.entrySet()) {
            if (!one.getValue().isAlive()) {
                throw new LaunchFailure(died(one.getKey(), one.getValue().exitValue()));
            }
        }
    }

    private void pause(String name) {
        Process process;
        synchronized (launched) {
            process = launched.get(name);
        }
        try {
            process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
    }

    private String died(String name, int exit) throws IOException {
        String how =
                exit > SIGNALLED
                        ? "was ended by signal " + (exit - SIGNALLED)
                        : "ended with exit code " + exit;
        return "%s %s. %s".formatted(name, how, LogExcerpt.of(home.log(name)));
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
