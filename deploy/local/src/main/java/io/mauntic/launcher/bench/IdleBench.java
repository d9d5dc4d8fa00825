package io.mauntic.launcher.bench;

import io.mauntic.launcher.platform.Memory;
import io.mauntic.launcher.process.ProcessCpu;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What a platform costs that nobody uses: its start, then its processor time and its memory. */
final class IdleBench implements Bench {
    /** Compilers rest after it, and connections that nobody needs are closed. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final Duration WATCHED = Duration.ofSeconds(60);
    private static final double START_BAR = 30;
    private static final double IDLE_BAR = 5;
    private static final double MEMORY_BAR = 3_072;

    private final Consumer<String> progress;

    IdleBench(Consumer<String> progress) {
        this.progress = progress;
    }

    /** The mail server belongs to what idles. */
    @Override
    public boolean countsMails() {
        return false;
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) throws IOException {
        progress.accept("Stopping it, to start it warm");
        Duration warm = platform.startAgain();
        Map<String, Double> start = new TreeMap<>();
        platform.processes()
                .forEach((name, one) -> start.put(name, ProcessCpu.millis(one) / 1_000.0));
        rest("Letting it settle", SETTLING);
        PlatformCost before = PlatformCost.of(platform);
        Instant begin = Instant.now();
        rest("Watching it", WATCHED);
        PlatformCost idle = PlatformCost.of(platform).since(before);
        Map<String, Double> memory = new TreeMap<>();
        platform.processes()
                .forEach((name, one) -> memory.put(name, (double) Memory.megabytes(one)));
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;

        List<Measurement> lines = new ArrayList<>();
        lines.addAll(told("start: CPU of ", start, "s"));
        Map<String, Double> shares = new TreeMap<>();
        idle.cpuMillisByProcess()
                .forEach((name, millis) -> shares.put(name, percent(millis, seconds)));
        lines.addAll(told("idle: CPU of ", shares, "% of a core"));
        lines.addAll(told("idle: memory of ", memory, "MB"));
        lines.add(Measurement.told("start: CPU", sum(start), "s"));
        lines.add(
                Measurement.told(
                        "idle: transactions",
                        idle.database(PlatformCost.TRANSACTIONS) / seconds,
                        "a second"));
        lines.add(Measurement.atMost("warm start", warm.toMillis() / 1_000.0, "s", START_BAR));
        lines.add(
                Measurement.atMost(
                        "idle: CPU", percent(idle.cpuMillis(), seconds), "% of a core", IDLE_BAR));
        lines.add(Measurement.atMost("idle: memory", sum(memory), "MB", MEMORY_BAR));
        return lines;
    }

    private static List<Measurement> told(String work, Map<String, Double> byProcess, String unit) {
        return byProcess.entrySet().stream()
                .map(one -> Measurement.told(work + one.getKey(), one.getValue(), unit))
                .toList();
    }

    private static double percent(double millis, double seconds) {
        return millis / seconds / 10;
    }

    private static double sum(Map<String, Double> byProcess) {
        return byProcess.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void rest(String what, Duration time) {
        progress.accept("%s for %d s".formatted(what, time.toSeconds()));
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
