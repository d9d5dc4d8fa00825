package io.mauntic.launcher.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a process to stop, waits, and ends it by force when it does not. */
public final class Shutdown {
    // One that records what it learnt (AotCache) writes more than 100 MB first.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProcessTable processes;

    public Shutdown(ProcessTable processes) {
        this.processes = processes;
    }

    /** Whether there was anything to stop. */
    public boolean stop(String name) {
        Optional<RunningProcess> running = processes.find(name);
        running.ifPresent(Shutdown::end);
        processes.remove(name);
        return running.isPresent();
    }

    private static void end(RunningProcess process) {
        process.handle()
                .ifPresent(
                        handle -> {
                            signal(handle, process.stopSignal());
                            if (!exited(handle, PATIENCE)) {
                                handle.destroyForcibly();
                                exited(handle, PATIENCE);
                            }
                        });
    }

    private static void signal(ProcessHandle handle, Signal signal) {
        if (signal == Signal.TERM) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid())).start().waitFor();
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean exited(ProcessHandle handle, Duration limit) {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
