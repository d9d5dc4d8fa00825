package io.mauntic.launcher.component;

import io.mauntic.launcher.process.Foreground;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.process.LogExcerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One step of a component's preparation, with a log of its own. */
final class Command {
    private Command() {}

    /** A failure says what could not be done, and why. */
    static void run(String purpose, List<String> command, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        int exit =
                Foreground.run(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile()));
        if (exit != 0) {
            throw new LaunchFailure(
                    "%s (exit code %d). %s".formatted(purpose, exit, LogExcerpt.of(log)));
        }
    }
}
