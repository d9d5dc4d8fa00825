package io.mauntic.analytics.report;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.figures.Comparison;
import io.mauntic.analytics.figures.FigureNames;
import io.mauntic.analytics.metric.Metric;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A figure beside what it was before.
 *
 * @param change a fraction, null where there was nothing to grow from
 * @param note how it compares with the mails sent, empty where that says nothing
 */
public record FigureRow(String label, long now, long before, Double change, String note) {

    private static final Set<Metric> OF_SENT =
            Set.of(
                    Metric.EMAILS_OPENED,
                    Metric.EMAILS_CLICKED,
                    Metric.EMAILS_BOUNCED,
                    Metric.UNSUBSCRIBED);

    static List<FigureRow> of(List<Metric> metrics, Comparison figures, AnalyticsMessages words) {
        return metrics.stream().map(metric -> of(metric, figures, words)).toList();
    }

    private static FigureRow of(Metric metric, Comparison figures, AnalyticsMessages words) {
        return new FigureRow(
                FigureNames.of(metric, words),
                figures.now(metric),
                figures.before(metric),
                figures.change(metric).orElse(null),
                note(metric, figures, words));
    }

    private static String note(Metric metric, Comparison figures, AnalyticsMessages words) {
        long sent = figures.now(Metric.EMAILS_SENT);
        if (sent == 0 || !OF_SENT.contains(metric)) {
            return "";
        }
        NumberFormat percent = NumberFormat.getPercentInstance(Locale.of(words.language()));
        percent.setMaximumFractionDigits(1);
        return words.ofSent(percent.format((double) figures.now(metric) / sent));
    }
}
