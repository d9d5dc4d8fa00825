package io.mauntic.analytics.metric;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** By how much each figure changes in each hour: what a batch of events comes to. */
public final class HourlyCounts {

    private record Cell(Metric metric, OffsetDateTime hour) {
        @Override
        public String toString() {
            return metric.text() + " " + hour;
        }
    }

    /**
     * Sorted, so that two batches that change the same rows take them in the same order and cannot
     * wait for each other.
     */
    private final Map<Cell, Long> cells =
            new TreeMap<>(
                    Comparator.comparing((Cell cell) -> cell.metric().text())
                            .thenComparing(Cell::hour));

    public void add(Metric metric, Instant time, long change) {
        OffsetDateTime hour = time.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        cells.merge(new Cell(metric, hour), change, Long::sum);
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    @Override
    public String toString() {
        return cells.toString();
    }

    String[] metrics() {
        return cells.keySet().stream().map(cell -> cell.metric().text()).toArray(String[]::new);
    }

    OffsetDateTime[] hours() {
        return cells.keySet().stream().map(Cell::hour).toArray(OffsetDateTime[]::new);
    }

    Long[] changes() {
        return cells.values().toArray(Long[]::new);
    }
}
