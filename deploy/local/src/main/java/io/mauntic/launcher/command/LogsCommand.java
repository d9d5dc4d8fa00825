package io.mauntic.launcher.command;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.process.Foreground;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show the end of a component's log.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description = "As status names it, e.g. crm-service or kafka; crm is enough.")
    private String name;

    @Option(names = "-f", description = "Follow what is written next.")
    private boolean follow;

    @Override
    public Integer call() throws IOException {
        Platform platform = Platform.current();
        List<String> names = platform.components().stream().map(Component::name).toList();
        String component = names.contains(name) ? name : name + "-service";
        if (!names.contains(component)) {
            throw new LaunchFailure(
                    "There is no component %s. There are: %s"
                            .formatted(name, String.join(", ", names)));
        }
        Path log = platform.home().log(component);
        if (!Files.exists(log)) {
            throw new LaunchFailure("%s has no log yet: %s".formatted(component, log));
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", "200"));
        if (follow) {
            command.add("-F"); // by name: a component that starts again begins a new file
        }
        command.add(log.toString());
        return Foreground.run(new ProcessBuilder(command).inheritIO());
    }
}
