package io.mauntic.analytics.dashboard;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.activity.ActivityLine;
import io.mauntic.analytics.activity.ActivityLog;
import io.mauntic.analytics.figures.Charts;
import io.mauntic.analytics.figures.Comparison;
import io.mauntic.analytics.figures.FigureNames;
import io.mauntic.analytics.figures.FigureQueries;
import io.mauntic.analytics.figures.Period;
import io.mauntic.analytics.figures.Unit;
import io.mauntic.analytics.metric.Metric;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Chart;
import io.mauntic.ui.Words;
import io.mauntic.ui.Zone;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The first page of the day. */
@Path("/ui/analytics/dashboard")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("analytics:reports:read")
class DashboardPages {

    private static final int LINES = 12;
    private static final int MONTH = 30;
    private static final List<Integer> PERIODS = List.of(7, MONTH, 90);
    private static final List<Metric> CHARTED =
            List.of(
                    Metric.EMAILS_SENT,
                    Metric.EMAILS_OPENED,
                    Metric.EMAILS_CLICKED,
                    Metric.FORM_SUBMISSIONS,
                    Metric.PAGE_HITS,
                    Metric.CONTACTS);

    private final CurrentUser user;
    private final UnitOfWork unitOfWork;
    private final FigureQueries figures;
    private final ActivityLog activity;
    private final Clock clock;

    DashboardPages(
            CurrentUser user,
            UnitOfWork unitOfWork,
            FigureQueries figures,
            ActivityLog activity,
            Clock clock) {
        this.user = user;
        this.unitOfWork = unitOfWork;
        this.figures = figures;
        this.activity = activity;
        this.clock = clock;
    }

    private record Wanted(Metric metric, int days, ZoneId zone) {}

    /** A figure with what it was before, and by which fraction it grew if it was anything. */
    record Tile(String label, long value, Double change, String hint, String href) {}

    /** One of several figures or periods to choose from. */
    record Choice(String label, String href, boolean chosen) {}

    /** The chart, with what else it could show. */
    record Switch(String title, Chart chart, List<Choice> metrics, List<Choice> periods) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance dashboard(
                FirstSteps steps, List<Tile> tiles, Switch curve, List<ActivityLine> lines);
    }

    @GET
    public Uni<TemplateInstance> dashboard(
            @QueryParam("metric") @DefaultValue("emailsSent") String metric,
            @QueryParam("days") @DefaultValue("30") int days,
            @Context HttpHeaders headers) {
        AnalyticsMessages words = Words.of(AnalyticsMessages.class, headers);
        Metric wanted = Metric.named(metric).filter(CHARTED::contains).orElse(Metric.EMAILS_SENT);
        int length = PERIODS.contains(days) ? days : MONTH;
        Wanted asked = new Wanted(wanted, length, Zone.of(headers));
        return unitOfWork.in(user.organization(), () -> dashboard(asked, words));
    }

    private Uni<TemplateInstance> dashboard(Wanted wanted, AnalyticsMessages words) {
        return figures.totals()
                .map(FirstSteps::of)
                .chain(
                        steps ->
                                figures.compare(last(MONTH))
                                        .map(comparison -> tiles(comparison, words))
                                        .chain(tiles -> dashboard(steps, tiles, wanted, words)));
    }

    private Uni<TemplateInstance> dashboard(
            FirstSteps steps, List<Tile> tiles, Wanted wanted, AnalyticsMessages words) {
        List<Metric> metrics = List.of(wanted.metric());
        return figures.curves(metrics, last(wanted.days()), Unit.DAY, wanted.zone())
                .map(
                        curves ->
                                curve(
                                        Charts.of(curves, metrics, wanted.zone(), words),
                                        wanted.metric(),
                                        wanted.days(),
                                        words))
                .chain(
                        curve ->
                                activity.latest(LINES)
                                        .map(
                                                told ->
                                                        told.stream()
                                                                .map(
                                                                        line ->
                                                                                ActivityLine.of(
                                                                                        line,
                                                                                        words))
                                                                .toList())
                                        .map(
                                                lines ->
                                                        Templates.dashboard(
                                                                steps, tiles, curve, lines)));
    }

    private Period last(int days) {
        Instant now = clock.instant();
        return new Period(now.minus(Duration.ofDays(days)), now);
    }

    private static List<Tile> tiles(Comparison figures, AnalyticsMessages words) {
        return List.of(
                tile(figures, Metric.CONTACTS, words::thirtyDaysAgo, "/app/crm/contacts", words),
                tile(
                        figures,
                        Metric.ACTIVE_CAMPAIGNS,
                        words::thirtyDaysAgo,
                        "/app/campaign/campaigns",
                        words),
                tile(
                        figures,
                        Metric.EMAILS_SENT,
                        words::inThirtyDays,
                        "/app/messaging/emails",
                        words),
                tile(
                        figures,
                        Metric.FORM_SUBMISSIONS,
                        words::inThirtyDays,
                        "/app/content/forms",
                        words));
    }

    private static Tile tile(
            Comparison figures,
            Metric metric,
            UnaryOperator<String> hint,
            String href,
            AnalyticsMessages words) {
        NumberFormat numbers = NumberFormat.getInstance(Locale.of(words.language()));
        return new Tile(
                FigureNames.of(metric, words),
                figures.now(metric),
                figures.change(metric).orElse(null),
                hint.apply(numbers.format(figures.before(metric))),
                href);
    }

    private static Switch curve(Chart chart, Metric metric, int days, AnalyticsMessages words) {
        return new Switch(
                FigureNames.of(metric, words),
                chart,
                CHARTED.stream()
                        .map(
                                other ->
                                        new Choice(
                                                FigureNames.of(other, words),
                                                address(other, days),
                                                other == metric))
                        .toList(),
                PERIODS.stream()
                        .map(
                                length ->
                                        new Choice(
                                                words.days(Integer.toString(length)),
                                                address(metric, length),
                                                length == days))
                        .toList());
    }

    private static String address(Metric metric, int days) {
        return "/app/analytics/dashboard?metric=%s&days=%d".formatted(metric.text(), days);
    }
}
