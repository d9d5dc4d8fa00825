package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.component.Realm;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.process.ProcessTable;
import io.mauntic.launcher.process.RunningProcess;
import io.mauntic.launcher.process.Starter;
import io.mauntic.launcher.settings.Service;
import io.mauntic.launcher.settings.StartNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings a platform up: what runs stays, what is missing is started, and a failure leaves nothing
 * half-started.
 */
public final class Up {
    private final Platform platform;
    private final ProcessTable processes;
    private final Starter starter;
    private final Consumer<String> progress;
    private final AtomicBoolean undone = new AtomicBoolean();

    public Up(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.processes = platform.processes();
        this.starter = new Starter(platform.home(), processes);
        this.progress = progress;
    }

    /** Whether anything had to be started. */
    public boolean run() throws IOException {
        List<Component> missing = platform.components().stream().filter(this::missing).toList();
        if (missing.isEmpty()) {
            return false;
        }
        platform.external().forEach(External::refuseSilence);
        missing.forEach(starter::refuseTakenPorts);
        build(missing);
        Thread interrupted = new Thread(this::undo);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            new StartNote(platform.home()).write(platform.settings());
            startInStages();
        } catch (RuntimeException | IOException failure) {
            undo();
            throw failure;
        } finally {
            forget(interrupted);
        }
        return true;
    }

    private boolean missing(Component component) {
        Optional<RunningProcess> running = processes.find(component.name());
        if (running.isPresent() && !running.get().ports().equals(component.ports())) {
            throw new LaunchFailure(
                    "%s of this home runs on other ports: %s. Take the platform down first."
                            .formatted(component.name(), running.get().ports()));
        }
        return running.isEmpty();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The launcher was interrupted and the hook is at work.
        }
    }

    /** Called twice when an interruption makes a start fail. */
    private void undo() {
        if (!undone.getAndSet(true)) {
            progress.accept("Stopping what was started");
        }
        starter.undo();
    }

    /** What runs keeps its files, whatever became of its sources. */
    private void build(List<Component> missing) throws IOException {
        Set<String> names = missing.stream().map(Component::name).collect(Collectors.toSet());
        Path log = platform.home().log("build");
        Build build = new Build(platform.settings().checkout(), log);
        List<Service> stale =
                build.stale().stream().filter(service -> names.contains(service.module())).toList();
        if (!stale.isEmpty()) {
            String modules = stale.stream().map(Service::module).collect(Collectors.joining(", "));
            progress.accept("Building %s (log: %s)".formatted(modules, log));
            build.build(stale);
        }
    }

    private void startInStages() throws IOException {
        startTogether(platform.database());
        platform.schemas().ensure();
        if (platform.settings().keycloak().isPresent()) {
            new Realm(platform.settings().keycloak().orElseThrow())
                    .ensure(platform.environment().realm());
        }
        // It takes longer than all others, and none of them asks anything of it while starting.
        startTogether(platform.identityProvider(), this::startOthers);
    }

    private void startOthers() {
        startTogether(platform.products(), this::migrate);
        startTogether(platform.services());
    }

    /** What runs keeps its schema, as it keeps its files. */
    private void migrate() {
        Migrations migrations = platform.migrations();
        Service.contexts().stream()
                .filter(service -> processes.find(service.module()).isEmpty())
                .forEach(migrations::migrate);
    }

    /** The first failure ends the other starts too. */
    private void startTogether(List<Component> stage, Runnable... others) {
        List<Runnable> tasks = new ArrayList<>(List.of(others));
        stage.stream()
                .filter(this::missing)
                .forEach(component -> tasks.add(() -> start(component)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Void> starts = new ExecutorCompletionService<>(threads);
            tasks.forEach(task -> starts.submit(task, null));
            for (int i = 0; i < tasks.size(); i++) {
                try {
                    starts.take().get();
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw e.getCause() instanceof LaunchFailure failure
                            ? failure
                            : new LaunchFailure(e.getCause().toString(), e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LaunchFailure("Interrupted", e);
                }
            }
        }
    }

    private void start(Component component) {
        double seconds = starter.start(component).toMillis() / 1000.0;
        progress.accept("  %-22s ready in %4.1f s".formatted(component.name(), seconds));
    }
}
