package io.mauntic.analytics.report;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.figures.Charts;
import io.mauntic.analytics.figures.Comparison;
import io.mauntic.analytics.figures.Curves;
import io.mauntic.analytics.figures.FigureQueries;
import io.mauntic.analytics.metric.Metric;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.database.ExpensiveQuestions;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.Chart;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.mauntic.ui.Zone;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final List<Metric> HEADLINES =
            List.of(
                    Metric.EMAILS_SENT,
                    Metric.EMAILS_OPENED,
                    Metric.EMAILS_CLICKED,
                    Metric.FORM_SUBMISSIONS);

    private static final List<Integer> USUAL_DAYS = List.of(7, 30, 90);
    private static final List<Metric> AUDIENCE = List.of(Metric.CONTACTS, Metric.CONTACTS_CREATED);
    private static final List<Metric> WEBSITE = List.of(Metric.PAGE_HITS, Metric.FORM_SUBMISSIONS);

    private final CurrentUser user;
    private final UnitOfWork unitOfWork;
    private final FigureQueries figures;
    private final ExpensiveQuestions questions;
    private final Clock clock;

    ReportPages(
            CurrentUser user,
            UnitOfWork unitOfWork,
            FigureQueries figures,
            ExpensiveQuestions questions,
            Clock clock) {
        this.questions = questions;
        this.user = user;
        this.unitOfWork = unitOfWork;
        this.figures = figures;
        this.clock = clock;
    }

    /** What the page shows of a period. */
    record Report(
            List<FigureRow> headlines,
            List<FigureRow> rows,
            Chart emails,
            Chart audience,
            Chart website) {}

    /** A period that is often wanted. */
    record Preset(int days, LocalDate from, LocalDate to, boolean chosen) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reports(
                ReportQuestion question,
                List<Preset> presets,
                String zone,
                Report report,
                FormErrors errors);
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> reports(
            @BeanParam ReportQuestion question, @Context HttpHeaders headers) {
        AnalyticsMessages words = Words.of(AnalyticsMessages.class, headers);
        Instant now = clock.instant();
        ZoneId zone = Zone.of(headers);
        ReportQuestion asked = question.completed(now, zone);
        try {
            ReportQuestion.Answerable answerable = asked.answerable(now, zone);
            return questions
                    .ask(user.organization(), () -> report(answerable, words))
                    .map(
                            report ->
                                    Answer.page(
                                                    Templates.reports(
                                                            asked,
                                                            presets(
                                                                    asked,
                                                                    now.atZone(zone).toLocalDate()),
                                                            zone.getId(),
                                                            report,
                                                            FormErrors.none()))
                                            .build());
        } catch (InvalidValues refusal) {
            return Uni.createFrom()
                    .item(
                            Answer.invalid(
                                            Templates.reports(
                                                    asked,
                                                    presets(asked, now.atZone(zone).toLocalDate()),
                                                    zone.getId(),
                                                    null,
                                                    errors(refusal)))
                                    .build());
        }
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    public Uni<RestResponse<String>> export(
            @BeanParam ReportQuestion question, @Context HttpHeaders headers) {
        Instant now = clock.instant();
        ZoneId zone = Zone.of(headers);
        ReportQuestion asked = question.completed(now, zone);
        return curves(asked.answerable(now, zone), FigureCsv.COLUMNS)
                .map(
                        curves ->
                                RestResponse.ResponseBuilder.ok(FigureCsv.of(curves, zone))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"mauntic-%s-%s.csv\""
                                                        .formatted(asked.from, asked.to))
                                        .build());
    }

    private static List<Preset> presets(ReportQuestion asked, LocalDate today) {
        return USUAL_DAYS.stream()
                .map(
                        days -> {
                            LocalDate from = today.minusDays(days - 1L);
                            return new Preset(days, from, today, asked.covers(from, today));
                        })
                .toList();
    }

    private Uni<Report> report(ReportQuestion.Answerable question, AnalyticsMessages words) {
        return unitOfWork
                .in(user.organization(), () -> figures.compare(question.period()))
                .chain(
                        comparison ->
                                curves(question, FigureCsv.COLUMNS)
                                        .map(
                                                curves ->
                                                        report(
                                                                comparison,
                                                                curves,
                                                                question.zone(),
                                                                words)));
    }

    private static Report report(
            Comparison comparison, Curves curves, ZoneId zone, AnalyticsMessages words) {
        return new Report(
                FigureRow.of(HEADLINES, comparison, words),
                FigureRow.of(FigureCsv.COLUMNS, comparison, words),
                Charts.of(curves, EMAILS, zone, words),
                Charts.of(curves, AUDIENCE, zone, words),
                Charts.of(curves, WEBSITE, zone, words));
    }

    private Uni<Curves> curves(ReportQuestion.Answerable question, List<Metric> metrics) {
        return unitOfWork.in(
                user.organization(),
                () -> figures.curves(metrics, question.period(), question.unit(), question.zone()));
    }

    private static FormErrors errors(InvalidValues refusal) {
        FormErrors errors = FormErrors.none();
        for (Violation violation : refusal.violations()) {
            errors = errors.with(violation.field(), violation.message());
        }
        return errors;
    }
}
