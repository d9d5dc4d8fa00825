package io.mauntic.kit.organization;

import java.util.Objects;

/** For how many months an organization wants to keep what happened. */
public record Retention(Integer timelineMonths, Integer deliveriesMonths, Integer logsMonths) {

    public static final Retention DEFAULT = new Retention(null, null, null);

    private static final int TWO_YEARS = 24;
    private static final int A_YEAR_TO_COMPARE_WITH = 13;
    private static final int A_QUARTER = 3;

    /** What is missing has its default. */
    public Retention {
        timelineMonths = Objects.requireNonNullElse(timelineMonths, TWO_YEARS);
        deliveriesMonths = Objects.requireNonNullElse(deliveriesMonths, A_YEAR_TO_COMPARE_WITH);
        logsMonths = Objects.requireNonNullElse(logsMonths, A_QUARTER);
    }
}
