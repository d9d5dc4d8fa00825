package io.mauntic.launcher.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a visitor's form costs on its way to the mail, over all processes: CPU time, transactions,
 * rows written, WAL; and whether the platform keeps up with many of them.
 */
final class CostBench implements Bench {
    private static final int SLOW = 8; // nothing shares a batch
    private static final int A_SECOND = 150;
    private static final int MEASURED = 40 * A_SECOND;
    private static final double CPU_BAR = 10;
    private static final double TRANSACTIONS_BAR = 15;
    private static final double ROWS_BAR = 30;
    private static final double P99_BAR = 2_000;

    private final Consumer<String> progress;

    CostBench(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) throws IOException {
        SubmissionLoad load = SubmissionLoad.prepare(platform, "cost");
        for (int aSecond : List.of(SLOW, 30, 75)) {
            warmUp(load, aSecond, 15);
        }
        // A platform that has this load has had it for longer than its compilers need.
        warmUp(load, A_SECOND, 90);
        List<Measurement> lines = new ArrayList<>();
        Costly alone = measure(platform, load, SLOW, 20 * SLOW);
        lines.addAll(alone.told());
        lines.add(told(SLOW, "form POST to mail, median", alone.round().percentile(50), "ms"));
        Costly many = measure(platform, load, A_SECOND, MEASURED);
        lines.addAll(many.told());
        lines.add(told(A_SECOND, "form POST to mail, median", many.round().percentile(50), "ms"));
        lines.addAll(judged(many));
        return lines;
    }

    private void warmUp(SubmissionLoad load, int aSecond, int seconds) throws IOException {
        progress.accept("Warming up: %d s at %d/s".formatted(seconds, aSecond));
        load.submit("warm" + aSecond, seconds * aSecond, aSecond);
    }

    /** A round and what it cost. */
    private record Costly(int aSecond, SubmissionLoad.Round round, PlatformCost cost) {
        double each(double sum) {
            return sum / round.count();
        }

        List<Measurement> told() {
            List<Measurement> lines = new ArrayList<>();
            cost.cpuMillisByProcess()
                    .forEach(
                            (name, millis) ->
                                    lines.add(
                                            CostBench.told(
                                                    aSecond,
                                                    "CPU of " + name,
                                                    each(millis),
                                                    "ms")));
            cost.database()
                    .forEach(
                            (counter, sum) ->
                                    lines.add(CostBench.told(aSecond, counter, each(sum), "each")));
            cost.rowsByTable()
                    .forEach(
                            (table, rows) ->
                                    lines.add(
                                            CostBench.told(
                                                    aSecond,
                                                    "rows of " + table,
                                                    each(rows),
                                                    "each")));
            return lines;
        }
    }

    private Costly measure(BenchPlatform platform, SubmissionLoad load, int aSecond, int count)
            throws IOException {
        progress.accept("Measuring: %d submissions at %d/s".formatted(count, aSecond));
        PlatformCost before = PlatformCost.of(platform);
        SubmissionLoad.Round round = load.submit("run" + aSecond, count, aSecond);
        return new Costly(aSecond, round, PlatformCost.of(platform).since(before));
    }

    private static List<Measurement> judged(Costly many) {
        PlatformCost cost = many.cost();
        SubmissionLoad.Round round = many.round();
        return List.of(
                Measurement.atMost("CPU a submission", many.each(cost.cpuMillis()), "ms", CPU_BAR),
                Measurement.atMost(
                        "transactions a submission",
                        many.each(cost.database(PlatformCost.TRANSACTIONS)),
                        "each",
                        TRANSACTIONS_BAR),
                Measurement.atMost(
                        "rows touched a submission",
                        many.each(cost.rowsTouched()),
                        "each",
                        ROWS_BAR),
                Measurement.atMost(
                        "form POST to mail, 99th percentile", round.percentile(99), "ms", P99_BAR),
                Measurement.exactly("submissions refused", round.refused(), "submissions", 0),
                Measurement.exactly("mails missing", round.missing(), "mails", 0));
    }

    private static Measurement told(int aSecond, String work, double value, String unit) {
        return Measurement.told("%d/s: %s".formatted(aSecond, work), value, unit);
    }
}
