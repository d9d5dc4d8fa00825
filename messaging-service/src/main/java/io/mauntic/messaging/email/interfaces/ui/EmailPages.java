package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.contracts.messaging.model.EmailDay;
import io.mauntic.contracts.messaging.model.EmailFigures;
import io.mauntic.contracts.messaging.model.EmailStatistics;
import io.mauntic.kernel.EmailId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.messaging.email.application.DeleteEmail;
import io.mauntic.messaging.email.infrastructure.EmailQueries;
import io.mauntic.messaging.email.infrastructure.EmailSearch;
import io.mauntic.messaging.pages.MessagingMessages;
import io.mauntic.ui.Answer;
import io.mauntic.ui.Chart;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The list of emails, and what became of each. */
@Path("/ui/messaging/emails")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("messaging:emails:read")
class EmailPages {

    private static final String EMAILS = "/app/messaging/emails";
    private static final int ROWS = 20;
    private static final int DAYS = 30;

    private final CurrentUser user;
    private final EmailQueries queries;
    private final DeleteEmail delete;

    EmailPages(CurrentUser user, EmailQueries queries, DeleteEmail delete) {
        this.user = user;
        this.queries = queries;
        this.delete = delete;
    }

    /** Shares of what was sent, between 0 and 1. */
    public record Rates(double opened, double clicked, double bounced, double unsubscribed) {

        static Rates of(EmailFigures figures) {
            double sent = Math.max(1, figures.getSent());
            return new Rates(
                    figures.getOpened() / sent,
                    figures.getClicked() / sent,
                    figures.getBounced() / sent,
                    figures.getUnsubscribed() / sent);
        }
    }

    /** A row of the list. */
    public record EmailRow(Email email, Rates rates) {

        static EmailRow of(Email email) {
            return new EmailRow(email, Rates.of(email.getFigures()));
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links,
                Pager pager,
                List<EmailRow> emails,
                boolean mayWrite,
                boolean searching);

        static native TemplateInstance report(
                EmailRow row,
                EmailStatistics statistics,
                Chart byDay,
                boolean mayWrite,
                boolean empty);
    }

    @GET
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @RestQuery String search,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("updatedAt") String orderBy,
            @RestQuery @DefaultValue("desc") String orderDir) {
        return queries.page(
                        user.organization(),
                        new EmailSearch(
                                search,
                                Math.clamp(page, 1, 100_000),
                                ROWS,
                                null,
                                orderBy,
                                orderDir))
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems().stream().map(EmailRow::of).toList(),
                                        user.may("messaging:emails:write"),
                                        search != null && !search.isBlank()));
    }

    @GET
    @Path("{id:\\d+}")
    public Uni<TemplateInstance> report(@RestPath long id, @Context HttpHeaders headers) {
        EmailId email = new EmailId(id);
        return queries.get(user.organization(), email)
                .chain(
                        found ->
                                queries.statistics(user.organization(), email, DAYS)
                                        .map(statistics -> report(found, statistics, headers)));
    }

    @POST
    @Path("{id:\\d+}/delete")
    @RequiresPermission("messaging:emails:write")
    public Uni<RestResponse<TemplateInstance>> delete(
            @RestPath long id, @Context HttpHeaders headers) {
        return delete.handle(user.organization(), new EmailId(id))
                .map(
                        _ ->
                                Answer.goTo(EMAILS)
                                        .toast(Words.of(MessagingMessages.class, headers).deleted())
                                        .build());
    }

    private TemplateInstance report(Email email, EmailStatistics statistics, HttpHeaders headers) {
        MessagingMessages words = Words.of(MessagingMessages.class, headers);
        List<EmailDay> days = statistics.getDays();
        DateTimeFormatter dayAndMonth =
                DateTimeFormatter.ofPattern("d MMM", Locale.of(words.language()));
        Chart byDay =
                new Chart(
                        "line",
                        words.day(),
                        days.stream().map(day -> dayAndMonth.format(day.getDate())).toList(),
                        List.of(
                                series(words.sent(), days, EmailDay::getSent),
                                series(words.opened(), days, EmailDay::getOpened),
                                series(words.clicked(), days, EmailDay::getClicked)));
        EmailFigures figures = statistics.getFigures();
        boolean empty = figures.getSent() + figures.getBounced() + figures.getNotSent() == 0;
        return Templates.report(
                EmailRow.of(email), statistics, byDay, user.may("messaging:emails:write"), empty);
    }

    private static Chart.Series series(
            String name, List<EmailDay> days, Function<EmailDay, Long> figure) {
        return new Chart.Series(name, days.stream().map(figure).toList());
    }
}
