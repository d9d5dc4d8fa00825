package io.mauntic.launcher.process;

import java.io.IOException;

/** A program that runs to its end while we wait, and ends with us when we are interrupted. */
public final class Foreground {
    private Foreground() {}

    /** Returns the exit code. */
    public static int run(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Thread hook = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        } finally {
            forget(hook);
        }
    }

    /** A script's or a wrapper's own children first, or they would be nobody's. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The launcher was interrupted and the hook is at work.
        }
    }
}
