package io.mauntic.launcher.command;

import io.mauntic.launcher.settings.Settings;
import io.mauntic.launcher.testrun.TestRun;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = "Run every test, the browser journeys included; the last line is the sum.")
final class TestCommand implements Callable<Integer> {
    @Option(
            names = "-D",
            paramLabel = "NAME=VALUE",
            description =
                    "Passed to Maven, e.g. -Dtest=MainJobTest. -Dmauntic.components=containers runs the components in containers.")
    private Map<String, String> properties = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        return new TestRun(Settings.fromEnvironment(), properties, System.out::println).run();
    }
}
