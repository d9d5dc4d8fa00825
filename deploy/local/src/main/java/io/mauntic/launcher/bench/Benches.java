package io.mauntic.launcher.bench;

import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** All benches by name. */
public final class Benches {
    private static final Map<String, Function<Consumer<String>, Bench>> BY_NAME =
            new TreeMap<>(
                    Map.of(
                            "cost",
                            CostBench::new,
                            "latency",
                            LatencyBench::new,
                            "crash",
                            CrashBench::new,
                            "idle",
                            IdleBench::new,
                            "import",
                            ImportBench::new,
                            "relay",
                            RelayBench::new));

    private Benches() {}

    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** On a platform of its own in this folder. */
    public static BenchReport run(String name, Settings user, Path home, Consumer<String> progress)
            throws IOException {
        Bench bench = BY_NAME.get(name).apply(progress);
        try (BenchPlatform platform = BenchPlatform.start(user, home, bench, progress)) {
            return new BenchReport(bench.run(platform));
        }
    }
}
