package io.mauntic.analytics.figures;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.metric.Metric;
import io.mauntic.ui.Chart;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Draws figures over time. */
public final class Charts {

    private Charts() {}

    public static Chart of(
            Curves curves, List<Metric> metrics, ZoneId zone, AnalyticsMessages words) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern(curves.unit()), Locale.of(words.language()))
                        .withZone(zone);
        return new Chart(
                "line",
                words.time(),
                curves.starts().stream().map(format::format).toList(),
                metrics.stream()
                        .map(
                                metric ->
                                        new Chart.Series(
                                                FigureNames.of(metric, words),
                                                curves.values(metric)))
                        .toList());
    }

    private static String pattern(Unit unit) {
        return switch (unit) {
            case HOUR -> "d MMM HH:mm";
            case DAY, WEEK -> "d MMM";
            case MONTH -> "MMM yyyy";
        };
    }
}
