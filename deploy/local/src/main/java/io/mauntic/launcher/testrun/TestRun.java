package io.mauntic.launcher.testrun;

import io.mauntic.launcher.component.Software;
import io.mauntic.launcher.component.TestComponents;
import io.mauntic.launcher.container.Containers;
import io.mauntic.launcher.platform.Down;
import io.mauntic.launcher.platform.Maven;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.platform.Up;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every test of the project: the modules' on shared components, then the journeys on a whole
 * platform.
 */
public final class TestRun {
    private final Settings settings;
    private final Map<String, String> properties;
    private final Backing backing;
    private final Home home;
    private final Consumer<String> progress;

    /** {@code properties} go to Maven as they are. */
    public TestRun(Settings settings, Map<String, String> properties, Consumer<String> progress) {
        this.settings = settings;
        this.properties = properties;
        this.backing = Backing.named(properties.getOrDefault("mauntic.components", "embedded"));
        this.home = new Home(backing.home(settings.testHome()));
        this.progress = progress;
    }

    /** Returns the exit code; the last lines told are the failed tests and the sum. */
    public int run() throws IOException {
        TestFigures.forget(settings.checkout());
        boolean built = testModules();
        boolean journeysRan = built && testJourneys();
        TestFigures figures = TestFigures.in(settings.checkout());
        progress.accept(figures.toString());
        return journeysRan && figures.failed() == 0 && figures.passed() > 0 ? 0 : 1;
    }

    /**
     * Failing tests are found in the reports, so that every module is tested and packaged whatever
     * happens before it.
     */
    private boolean testModules() throws IOException {
        List<String> arguments =
                List.of("verify", "-pl", "!acceptance", "-Dmaven.test.failure.ignore=true");
        if (backing == Backing.CONTAINERS) {
            try (var _ = Containers.start(home, progress)) {
                return maven(arguments) == 0;
            }
        }
        TestComponents components =
                new TestComponents(
                        home, new Software(settings.checkout(), settings.cache()), progress);
        boolean ours = components.start(new LinkedHashSet<>(TestComponents.NAMES));
        try {
            return maven(arguments) == 0;
        } finally {
            if (ours) {
                components.stop();
            }
        }
    }

    /** On containers of their own: the modules' tests leave users and realms behind. */
    private boolean testJourneys() throws IOException {
        if (backing == Backing.CONTAINERS) {
            try (Containers containers = Containers.start(home, progress)) {
                return testJourneys(containers.asExternal());
            }
        }
        return testJourneys(Map.of());
    }

    private boolean testJourneys(Map<String, String> external) throws IOException {
        Map<String, String> values = new HashMap<>(external);
        values.put("MAUNTIC_WEBHOOK_ALLOW_PRIVATE", "true");
        // What one process alone gets right may be wrong with two.
        values.put("MAUNTIC_REPLICAS", "2");
        Home own = new Home(home.root().resolve("platform"));
        Platform platform = new Platform(settings.isolated(own.root(), values));
        Down down = new Down(platform, progress);
        down.run();
        down.wipe();
        progress.accept("Starting a platform for the journeys in " + own.root());
        Runtime.getRuntime().addShutdownHook(new Thread(new Down(platform, _ -> {})::run));
        try {
            new Up(platform, progress).run();
            return maven(journeys(platform)) == 0;
        } catch (LaunchFailure failure) {
            progress.accept(failure.getMessage());
            return false;
        } finally {
            down.run();
        }
    }

    private static List<String> journeys(Platform platform) {
        Settings settings = platform.settings();
        return List.of(
                "verify",
                "-pl",
                "acceptance",
                "-am",
                "-Dmaven.test.failure.ignore=true",
                "-Dmauntic.url=" + settings.localUrl(),
                "-Dmauntic.replicas=" + settings.replicas(),
                "-Dmauntic.keycloak.url=" + platform.keycloakUrl(),
                "-Dmauntic.mail.api=http://localhost:" + settings.ports().mailApi(),
                "-Dmauntic.smtp.port=" + settings.ports().smtp(),
                "-Dmauntic.imap.port=" + settings.ports().imap(),
                "-Dmauntic.kafka="
                        + settings.kafka().orElse("localhost:" + settings.ports().kafka()),
                "-Dmauntic.home=" + platform.home().root());
    }

    private int maven(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        properties.forEach((name, value) -> all.add("-D%s=%s".formatted(name, value)));
        return new Maven(settings.checkout(), Redirect.INHERIT)
                .run(
                        all,
                        Map.of(
                                "MAUNTIC_TEST_HOME",
                                home.root().toString(),
                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                "1"));
    }
}
