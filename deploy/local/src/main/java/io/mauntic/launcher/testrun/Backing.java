package io.mauntic.launcher.testrun;

import io.mauntic.launcher.process.LaunchFailure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the components of a test run are: processes of this machine, or containers. */
enum Backing {
    EMBEDDED,
    CONTAINERS;

    static Backing named(String name) {
        return Arrays.stream(values())
                .filter(backing -> backing.word().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new LaunchFailure(
                                        "-Dmauntic.components must be %s, not %s"
                                                .formatted(
                                                        Arrays.stream(values())
                                                                .map(Backing::word)
                                                                .collect(
                                                                        Collectors.joining(" or ")),
                                                        name)));
    }

    /** Apart from each other, so that running containers do not hide a developer's components. */
    Path home(Path testHome) {
        return this == EMBEDDED ? testHome : testHome.resolve("containers");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
