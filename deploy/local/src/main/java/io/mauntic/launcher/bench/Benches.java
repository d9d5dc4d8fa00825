package io.mauntic.launcher.bench;

import java.io.IOException;
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
                            "import",
                            ImportBench::new));

    private Benches() {}

    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    public static BenchReport run(String name, BenchPlatform platform, Consumer<String> progress)
            throws IOException {
        return new BenchReport(BY_NAME.get(name).apply(progress).run(platform));
    }
}
