package io.mauntic.analytics.report;

import io.mauntic.analytics.figures.Period;
import io.mauntic.analytics.figures.PeriodWords;
import io.mauntic.analytics.figures.Unit;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What somebody wants to see, as it stands in the address. */
public class ReportQuestion {

    private static final int USUAL_DAYS = 30;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("unit")
    String unit;

    /** A question that has been understood. */
    record Answerable(Period period, Unit unit, ZoneId zone) {}

    /** With the last 30 days by the day where nothing is said. */
    ReportQuestion completed(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        ReportQuestion whole = new ReportQuestion();
        whole.to = isMissing(to) ? today.toString() : to;
        whole.from = isMissing(from) ? today.minusDays(USUAL_DAYS - 1L).toString() : from;
        whole.unit = isMissing(unit) ? Unit.DAY.text() : unit;
        return whole;
    }

    Answerable answerable(Instant now, ZoneId zone) {
        return new Answerable(PeriodWords.period(from, to, zone, now), Unit.named(unit), zone);
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public String unit() {
        return unit;
    }

    boolean covers(LocalDate first, LocalDate last) {
        return first.toString().equals(from) && last.toString().equals(to);
    }

    public boolean is(String otherUnit) {
        return otherUnit.equals(unit);
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
