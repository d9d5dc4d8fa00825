package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.component.Folders;
import io.mauntic.launcher.process.Shutdown;
import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Takes a platform down, the last started first, and forgets its data if asked to. */
public final class Down {
    private final Platform platform;
    private final Consumer<String> progress;

    public Down(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    public void run() {
        Shutdown shutdown = new Shutdown(platform.processes());
        for (List<Component> stage : platform.stages().reversed()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Component component : stage) {
                    threads.submit(() -> stop(shutdown, component.name()));
                }
            }
        }
    }

    private void stop(Shutdown shutdown, String name) {
        if (shutdown.stop(name)) {
            progress.accept("  %-22s stopped".formatted(name));
        }
    }

    /**
     * Writes what the processes that have ended recorded for their next start, in the background
     * and with what the machine has to spare.
     *
     * @return ends when it is done; there may be nothing to do
     */
    public Process prepareNextStart() throws IOException {
        List<String> script = new ArrayList<>();
        for (Component component : platform.components()) {
            component.preparation().ifPresent(script::add);
        }
        Path log = platform.home().log("preparation");
        Files.createDirectories(log.getParent());
        return new ProcessBuilder("nice", "-n", "19", "sh", "-c", String.join("\n", script))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /**
     * Removes what this platform stored here; a database or broker of the user's own is left alone.
     */
    public void wipe() throws IOException {
        Home home = platform.home();
        for (Path part :
                List.of(home.data(""), home.log("").getParent(), home.run(), home.secrets())) {
            Folders.delete(part);
        }
    }
}
