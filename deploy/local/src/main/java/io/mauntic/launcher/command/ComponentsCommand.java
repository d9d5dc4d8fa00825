package io.mauntic.launcher.command;

import io.mauntic.launcher.component.Software;
import io.mauntic.launcher.component.TestComponents;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "components",
        description = "Start what tests need (database, broker, sign-in, mail, files), or stop it.")
final class ComponentsCommand implements Callable<Integer> {
    @Option(names = "--stop", description = "Stop them all.")
    private boolean stop;

    @Option(
            names = "--only",
            split = ",",
            description = "Start these alone: postgres, kafka, mail, s3, keycloak.")
    private List<String> only = TestComponents.NAMES;

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.fromEnvironment();
        Home home = new Home(settings.testHome());
        Software software = new Software(settings.checkout(), settings.cache());
        TestComponents components = new TestComponents(home, software, System.out::println);
        if (stop) {
            components.stop();
            return 0;
        }
        Set<String> unknown = new LinkedHashSet<>(only);
        TestComponents.NAMES.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            System.err.printf("Unknown: %s. There are: %s%n", unknown, TestComponents.NAMES);
            return 2;
        }
        components.start(new LinkedHashSet<>(only));
        return 0;
    }
}
