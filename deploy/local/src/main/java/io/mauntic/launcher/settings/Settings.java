package io.mauntic.launcher.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the user decides, by environment variables. */
public final class Settings {
    private final Path checkout;
    private final Map<String, String> environment;

    public Settings(Path checkout, Map<String, String> environment) {
        this.checkout = checkout;
        this.environment = environment;
    }

    /** The script names the checkout; everything else is the user's environment. */
    public static Settings fromEnvironment() {
        return new Settings(Path.of(System.getProperty("mauntic.checkout", ".")), System.getenv());
    }

    public Path checkout() {
        return checkout.toAbsolutePath().normalize();
    }

    public Path home() {
        return value("MAUNTIC_HOME").map(Path::of).orElse(checkout().resolve(".mauntic"));
    }

    public Path testHome() {
        return value("MAUNTIC_TEST_HOME").map(Path::of).orElse(checkout().resolve(".mauntic/test"));
    }

    /** Unpacked software, shared by all homes of a user. */
    public Path cache() {
        return value("MAUNTIC_CACHE")
                .map(Path::of)
                .orElseGet(
                        () ->
                                value("XDG_CACHE_HOME")
                                        .map(Path::of)
                                        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                                        .resolve("mauntic"));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
