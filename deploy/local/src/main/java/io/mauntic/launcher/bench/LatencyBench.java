package io.mauntic.launcher.bench;

import java.util.List;
import java.util.function.Consumer;

/**
 * From a form's POST to its thank-you mail at the mail server, through segment, campaign and
 * messaging.
 */
final class LatencyBench implements Bench {
    private static final int A_SECOND = 20;
    private static final int WARM_UP = 20 * A_SECOND;
    private static final int MEASURED = 60 * A_SECOND;
    private static final double MEDIAN_BAR = 500;
    private static final double P99_BAR = 2_000;

    private final Consumer<String> progress;

    LatencyBench(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) {
        SubmissionLoad load = SubmissionLoad.prepare(platform, "latency");
        progress.accept("Warming up: %d submissions at %d/s".formatted(WARM_UP, A_SECOND));
        load.submit("warm", WARM_UP, A_SECOND);
        progress.accept("Measuring: %d submissions at %d/s".formatted(MEASURED, A_SECOND));
        SubmissionLoad.Round round = load.submit("run", MEASURED, A_SECOND);
        return List.of(
                Measurement.atMost(
                        "form POST to mail, median", round.percentile(50), "ms", MEDIAN_BAR),
                Measurement.atMost(
                        "form POST to mail, 99th percentile", round.percentile(99), "ms", P99_BAR),
                Measurement.exactly("submissions refused", round.refused(), "submissions", 0),
                Measurement.exactly("mails missing", round.missing(), "mails", 0));
    }
}
