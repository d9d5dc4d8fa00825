package io.mauntic.launcher.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Something the platform must do fast enough, or safely enough, tried through its public addresses.
 */
interface Bench {
    /** What the platform is started with beside what the user says. */
    default Map<String, String> settings() {
        return Map.of();
    }

    List<Measurement> run(BenchPlatform platform) throws IOException;

    /** Whether its mails go to a server that counts them, in the place of the platform's own. */
    default boolean countsMails() {
        return true;
    }
}
