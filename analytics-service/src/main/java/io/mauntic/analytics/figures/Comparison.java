package io.mauntic.analytics.figures;

import io.mauntic.analytics.metric.Metric;
import java.util.Map;
import java.util.Optional;

/** Figures of a period beside those of the period before. */
public record Comparison(Period period, Map<Metric, Long> present, Map<Metric, Long> previous) {

    public long now(Metric metric) {
        return present.getOrDefault(metric, 0L);
    }

    public long before(Metric metric) {
        return previous.getOrDefault(metric, 0L);
    }

    /** By which fraction it grew; empty where there was nothing to grow from. */
    public Optional<Double> change(Metric metric) {
        long before = before(metric);
        return before <= 0
                ? Optional.empty()
                : Optional.of((double) (now(metric) - before) / before);
    }
}
