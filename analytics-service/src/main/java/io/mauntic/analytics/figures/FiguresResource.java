package io.mauntic.analytics.figures;

import io.mauntic.analytics.metric.Metric;
import io.mauntic.contracts.analytics.api.FiguresApi;
import io.mauntic.contracts.analytics.model.Figures;
import io.mauntic.contracts.analytics.model.Point;
import io.mauntic.contracts.analytics.model.Series;
import io.mauntic.contracts.analytics.model.Summary;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of the bearer's organization. */
class FiguresResource implements FiguresApi {

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final FigureQueries queries;
    private final Clock clock;

    FiguresResource(CurrentUser bearer, UnitOfWork unitOfWork, FigureQueries queries, Clock clock) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Uni<Summary> getSummary(String from, String to, String timezone) {
        Period period = PeriodWords.period(from, to, PeriodWords.zone(timezone), clock.instant());
        return unitOfWork
                .in(bearer.organization(), () -> queries.compare(period))
                .map(FiguresResource::summary);
    }

    @Override
    public Uni<Series> getSeries(
            String metric, String from, String to, String unit, String timezone) {
        ZoneId zone = PeriodWords.zone(timezone);
        Period period = PeriodWords.period(from, to, zone, clock.instant());
        Metric wanted =
                Metric.named(metric)
                        .orElseThrow(
                                () ->
                                        new InvalidValues(
                                                "metric",
                                                "There is no figure called \"%s\"."
                                                        .formatted(metric)));
        Unit step = Unit.named(unit);
        return unitOfWork
                .in(
                        bearer.organization(),
                        () -> queries.curves(List.of(wanted), period, step, zone))
                .map(curves -> series(wanted, curves));
    }

    private static Summary summary(Comparison figures) {
        return new Summary()
                .from(utc(figures.period().from()))
                .to(utc(figures.period().to()))
                .contacts(figures.now(Metric.CONTACTS))
                .activeCampaigns(figures.now(Metric.ACTIVE_CAMPAIGNS))
                .emailsSent(figures.now(Metric.EMAILS_SENT))
                .emailsOpened(figures.now(Metric.EMAILS_OPENED))
                .emailsClicked(figures.now(Metric.EMAILS_CLICKED))
                .emailsBounced(figures.now(Metric.EMAILS_BOUNCED))
                .unsubscribed(figures.now(Metric.UNSUBSCRIBED))
                .formSubmissions(figures.now(Metric.FORM_SUBMISSIONS))
                .pageHits(figures.now(Metric.PAGE_HITS))
                .previous(previous(figures));
    }

    private static Figures previous(Comparison figures) {
        return new Figures()
                .contacts(figures.before(Metric.CONTACTS))
                .activeCampaigns(figures.before(Metric.ACTIVE_CAMPAIGNS))
                .emailsSent(figures.before(Metric.EMAILS_SENT))
                .emailsOpened(figures.before(Metric.EMAILS_OPENED))
                .emailsClicked(figures.before(Metric.EMAILS_CLICKED))
                .emailsBounced(figures.before(Metric.EMAILS_BOUNCED))
                .unsubscribed(figures.before(Metric.UNSUBSCRIBED))
                .formSubmissions(figures.before(Metric.FORM_SUBMISSIONS))
                .pageHits(figures.before(Metric.PAGE_HITS));
    }

    private static Series series(Metric metric, Curves curves) {
        List<Long> values = curves.values(metric);
        return new Series()
                .metric(metric.text())
                .unit(curves.unit().text())
                .from(utc(curves.period().from()))
                .to(utc(curves.period().to()))
                .points(
                        IntStream.range(0, values.size())
                                .mapToObj(
                                        i ->
                                                new Point()
                                                        .at(utc(curves.starts().get(i)))
                                                        .value(values.get(i)))
                                .toList());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
