package io.mauntic.launcher.component;

import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that runs to its end while we wait. */
final class Command {
    private Command() {}

    static int run(List<String> command, Path log) throws IOException {
        return run(command, Map.of(), log);
    }

    static int run(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted", e);
        }
    }
}
