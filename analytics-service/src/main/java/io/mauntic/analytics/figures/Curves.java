package io.mauntic.analytics.figures;

import io.mauntic.analytics.metric.Metric;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures over time, with a value for every unit. */
public final class Curves {

    private final Period period;
    private final Unit unit;
    private final List<Instant> starts;
    private final Map<Metric, long[]> changes = new EnumMap<>(Metric.class);

    Curves(Period period, Unit unit, List<Instant> starts, Collection<Metric> metrics) {
        this.period = period;
        this.unit = unit;
        this.starts = starts;
        metrics.forEach(metric -> changes.put(metric, new long[starts.size() + 1]));
    }

    /**
     * @param bucket 1 for the first unit, 0 for what was before it
     */
    void add(Metric metric, int bucket, long value) {
        changes.get(metric)[bucket] += value;
    }

    public Period period() {
        return period;
    }

    public Unit unit() {
        return unit;
    }

    public List<Instant> starts() {
        return starts;
    }

    /** A value for each start. */
    public List<Long> values(Metric metric) {
        long[] values = changes.get(metric).clone();
        if (metric.isLevel()) {
            Arrays.parallelPrefix(values, Long::sum);
        }
        return Arrays.stream(values).skip(1).boxed().toList();
    }
}
