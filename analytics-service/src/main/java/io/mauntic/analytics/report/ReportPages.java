package io.mauntic.analytics.report;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.figures.Charts;
import io.mauntic.analytics.figures.Comparison;
import io.mauntic.analytics.figures.Curves;
import io.mauntic.analytics.figures.FigureQueries;
import io.mauntic.analytics.metric.Metric;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.Chart;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** What came of it, in a period of one's choice. */
@Path("/ui/analytics/reports")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("analytics:reports:read")
class ReportPages {

    private static final List<Metric> EMAILS =
            List.of(
                    Metric.EMAILS_SENT,
                    Metric.EMAILS_OPENED,
                    Metric.EMAILS_CLICKED,
                    Metric.EMAILS_BOUNCED,
                    Metric.UNSUBSCRIBED);

    private static final List<Metric> AUDIENCE = List.of(Metric.CONTACTS, Metric.CONTACTS_CREATED);
    private static final List<Metric> WEBSITE = List.of(Metric.PAGE_HITS, Metric.FORM_SUBMISSIONS);

    private final CurrentUser user;
    private final UnitOfWork unitOfWork;
    private final FigureQueries figures;
    private final Clock clock;

    ReportPages(CurrentUser user, UnitOfWork unitOfWork, FigureQueries figures, Clock clock) {
        this.user = user;
        this.unitOfWork = unitOfWork;
        this.figures = figures;
        this.clock = clock;
    }

    /** What the page shows of a period. */
    record Report(List<FigureRow> rows, Chart emails, Chart audience, Chart website) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reports(
                ReportQuestion question, Report report, FormErrors errors);
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> reports(
            @BeanParam ReportQuestion question, @Context HttpHeaders headers) {
        AnalyticsMessages words = Words.of(AnalyticsMessages.class, headers);
        ReportQuestion asked = question.completed(clock.instant());
        try {
            ReportQuestion.Answerable answerable = asked.answerable(clock.instant());
            return report(answerable, words)
                    .map(
                            report ->
                                    Answer.page(Templates.reports(asked, report, FormErrors.none()))
                                            .build());
        } catch (InvalidValues refusal) {
            return Uni.createFrom()
                    .item(Answer.invalid(Templates.reports(asked, null, errors(refusal))).build());
        }
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    public Uni<RestResponse<String>> export(@BeanParam ReportQuestion question) {
        ReportQuestion asked = question.completed(clock.instant());
        return curves(asked.answerable(clock.instant()), FigureCsv.COLUMNS)
                .map(
                        curves ->
                                RestResponse.ResponseBuilder.ok(FigureCsv.of(curves))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"mauntic-%s-%s.csv\""
                                                        .formatted(asked.from, asked.to))
                                        .build());
    }

    private Uni<Report> report(ReportQuestion.Answerable question, AnalyticsMessages words) {
        return unitOfWork
                .in(user.organization(), () -> figures.compare(question.period()))
                .chain(
                        comparison ->
                                curves(question, FigureCsv.COLUMNS)
                                        .map(curves -> report(comparison, curves, words)));
    }

    private static Report report(Comparison comparison, Curves curves, AnalyticsMessages words) {
        return new Report(
                FigureRow.all(comparison, words),
                Charts.of(curves, EMAILS, words),
                Charts.of(curves, AUDIENCE, words),
                Charts.of(curves, WEBSITE, words));
    }

    private Uni<Curves> curves(ReportQuestion.Answerable question, List<Metric> metrics) {
        return unitOfWork.in(
                user.organization(),
                () -> figures.curves(metrics, question.period(), question.unit(), ZoneOffset.UTC));
    }

    private static FormErrors errors(InvalidValues refusal) {
        FormErrors errors = FormErrors.none();
        for (Violation violation : refusal.violations()) {
            errors = errors.with(violation.field(), violation.message());
        }
        return errors;
    }
}
