package io.mauntic.launcher.bench;

import java.io.IOException;
import java.util.List;

/**
 * Something the platform must do fast enough, or safely enough, tried through its public addresses.
 */
interface Bench {
    List<Measurement> run(BenchPlatform platform) throws IOException;
}
