package io.mauntic.launcher.platform;

import io.mauntic.launcher.process.Foreground;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs Maven on the checkout. */
public final class Maven {
    /**
     * Eight services built in one process would otherwise take as much memory as the machine has.
     */
    private static final String OPTIONS = "-Xmx1500m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Path checkout;
    private final Redirect output;

    public Maven(Path checkout, Redirect output) {
        this.checkout = checkout;
        this.output = output;
    }

    /** Returns the exit code. */
    public int run(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(checkout.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(output);
        builder.environment().putIfAbsent("MAVEN_OPTS", OPTIONS);
        builder.environment().putAll(environment);
        return Foreground.run(builder);
    }
}
