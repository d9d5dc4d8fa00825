package io.mauntic.analytics.report;

import io.mauntic.analytics.figures.Curves;
import io.mauntic.analytics.metric.Metric;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures over time as comma-separated values (RFC 4180): a line for each unit, a column for each
 * figure.
 */
final class FigureCsv {

    static final List<Metric> COLUMNS =
            Stream.of(Metric.values()).filter(metric -> metric != Metric.SEGMENTS_BUILT).toList();

    private static final String END = "\r\n";

    private FigureCsv() {}

    static String of(Curves curves, ZoneId zone) {
        DateTimeFormatter times = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
        List<List<Long>> columns = COLUMNS.stream().map(curves::values).toList();
        String head =
                COLUMNS.stream().map(Metric::text).collect(Collectors.joining(",", "from,", END));
        return IntStream.range(0, curves.starts().size())
                .mapToObj(
                        i ->
                                columns.stream()
                                        .map(column -> column.get(i).toString())
                                        .collect(
                                                Collectors.joining(
                                                        ",",
                                                        times.format(curves.starts().get(i)) + ",",
                                                        END)))
                .collect(Collectors.joining("", head, ""));
    }
}
