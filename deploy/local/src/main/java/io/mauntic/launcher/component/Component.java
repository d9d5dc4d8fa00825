package io.mauntic.launcher.component;

import io.mauntic.launcher.process.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One program that the launcher runs in the background. */
public interface Component {
    String name();

    /** The ports it listens on, each by its purpose. */
    Map<String, Integer> ports();

    /** What must stand before the program starts: unpacked software, an initialized data folder. */
    default void prepare() throws IOException {}

    List<String> command() throws IOException;

    /** A shell's command that makes the next start faster, once this program has ended. */
    default Optional<String> preparation() throws IOException {
        return Optional.empty();
    }

    default Map<String, String> environment() {
        return Map.of();
    }

    default Signal stopSignal() {
        return Signal.TERM;
    }

    boolean ready();

    /**
     * What is set up in the running program before anyone may use it; done at each start, so it
     * must bear repeating.
     */
    default void afterStart() throws IOException {}

    default Duration patience() {
        return Duration.ofSeconds(90);
    }
}
