package io.mauntic.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The real components that {@code ./mauntic components} started. */
final class Components {

    private Components() {}

    static Properties read() {
        var file = home().resolve("components.properties");
        var components = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            components.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException("Run ./mauntic components first", missing);
        }
        return components;
    }

    private static Path home() {
        var home = System.getenv("MAUNTIC_TEST_HOME");
        if (home != null) {
            return Path.of(home);
        }
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mauntic"))) {
            folder = folder.getParent();
        }
        return folder.resolve(".mauntic/test");
    }
}
