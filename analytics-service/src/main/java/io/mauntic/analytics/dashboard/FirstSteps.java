package io.mauntic.analytics.dashboard;

import io.mauntic.analytics.metric.Metric;
import java.util.Map;

/** How far a newcomer is on the way to the first mail. */
public record FirstSteps(boolean hasContacts, boolean hasSegment, boolean hasSent) {

    static FirstSteps of(Map<Metric, Long> totals) {
        return new FirstSteps(
                totals.getOrDefault(Metric.CONTACTS_CREATED, 0L) > 0,
                totals.getOrDefault(Metric.SEGMENTS_BUILT, 0L) > 0,
                totals.getOrDefault(Metric.EMAILS_SENT, 0L) > 0);
    }
}
