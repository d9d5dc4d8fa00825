package io.mauntic.messaging.email.infrastructure;

import io.mauntic.contracts.messaging.model.BounceFigure;
import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.contracts.messaging.model.EmailDay;
import io.mauntic.contracts.messaging.model.EmailFigures;
import io.mauntic.contracts.messaging.model.EmailPage;
import io.mauntic.contracts.messaging.model.EmailStatistics;
import io.mauntic.contracts.messaging.model.LinkFigure;
import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Emails and their figures, straight into the contract's shapes. */
@ApplicationScoped
public class EmailQueries {

    private static final Map<String, String> COLUMNS =
            Map.of(
                    "id",
                    "e.id",
                    "name",
                    "lower(e.name)",
                    "subject",
                    "lower(e.subject)",
                    "createdAt",
                    "e.created_at",
                    "updatedAt",
                    "e.updated_at");
    private static final String FIGURES =
            """
            coalesce(sum(d.sent), 0)::bigint as sent, coalesce(sum(d.opened), 0)::bigint as opened,
            coalesce(sum(d.clicked), 0)::bigint as clicked, coalesce(sum(d.bounced), 0)::bigint as bounced,
            coalesce(sum(d.unsubscribed), 0)::bigint as unsubscribed, coalesce(sum(d.not_sent), 0)::bigint as not_sent,
            coalesce(sum(d.opened_by_machines), 0)::bigint as opened_by_machines,
            coalesce(sum(d.clicked_by_machines), 0)::bigint as clicked_by_machines
            """;
    private static final String MATCH =
            "e.deleted_at is null and ($1 = '' or position(lower($1) in lower(e.name)) > 0 or position(lower($1) in lower(e.subject)) > 0)";
    private static final String SELECT =
            "select e.*, f.* from email e cross join lateral (select "
                    + FIGURES
                    + " from email_day d where d.email_id = e.id) f where ";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Clock clock;

    EmailQueries(UnitOfWork unitOfWork, Sql sql, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @throws NotFound (as the outcome) when there is no such email, or it is deleted
     */
    public Uni<Email> get(OrganizationId organization, EmailId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        SELECT + "e.deleted_at is null and e.id = $1",
                                        EmailQueries::email,
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("email", id)));
    }

    /** One page, by number or from a cursor. */
    public Uni<EmailPage> page(OrganizationId organization, EmailSearch search) {
        String direction = "asc".equals(search.orderDir()) ? "asc" : "desc";
        String column = COLUMNS.get(search.orderBy());
        if (column == null) {
            return Uni.createFrom()
                    .failure(
                            new InvalidValues(
                                    "orderBy",
                                    "Emails can be sorted by " + COLUMNS.keySet() + "."));
        }
        String rows =
                SELECT
                        + MATCH
                        + " order by %1$s %2$s, e.id %2$s limit $2 offset $3"
                                .formatted(column, direction);
        return unitOfWork.in(
                organization,
                () ->
                        sql.number("select count(*) from email e where " + MATCH, search.text())
                                .chain(
                                        total ->
                                                sql.list(
                                                                rows,
                                                                EmailQueries::email,
                                                                search.text(),
                                                                search.limit(),
                                                                search.offset())
                                                        .map(
                                                                items ->
                                                                        search.answer(
                                                                                items, total))));
    }

    /**
     * Totals of all time, a figure for each of the last days, the links, and why mails came back.
     */
    public Uni<EmailStatistics> statistics(OrganizationId organization, EmailId id, int days) {
        return get(organization, id)
                .map(
                        email ->
                                new EmailStatistics(
                                        id.value(),
                                        email.getFigures(),
                                        List.of(),
                                        List.of(),
                                        List.of()))
                .chain(
                        statistics ->
                                unitOfWork.in(organization, () -> detail(id, days, statistics)));
    }

    private Uni<EmailStatistics> detail(EmailId id, int days, EmailStatistics statistics) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return days(id, today.minusDays(days - 1L), today)
                .invoke(statistics::setDays)
                .chain(() -> links(id))
                .invoke(statistics::setLinks)
                .chain(() -> bounces(id))
                .invoke(statistics::setBounces)
                .replaceWith(statistics);
    }

    private Uni<List<EmailDay>> days(EmailId id, LocalDate from, LocalDate to) {
        return sql.list(
                """
                select g.day::date as day, coalesce(d.sent, 0) as sent, coalesce(d.opened, 0) as opened, coalesce(d.clicked, 0) as clicked
                from generate_series($2::date, $3::date, '1 day') as g(day)
                left join email_day d on d.email_id = $1 and d.day = g.day::date
                order by 1
                """,
                row ->
                        new EmailDay(
                                row.getLocalDate("day"),
                                row.getLong("sent"),
                                row.getLong("opened"),
                                row.getLong("clicked")),
                id.value(),
                from,
                to);
    }

    private Uni<List<LinkFigure>> links(EmailId id) {
        return sql.list(
                "select url, clicks from link where email_id = $1 order by clicks desc, id limit 100",
                row -> new LinkFigure(row.getString("url"), row.getLong("clicks")),
                id.value());
    }

    private Uni<List<BounceFigure>> bounces(EmailId id) {
        return sql.list(
                """
                select coalesce(bounce_kind, 'soft') as kind, coalesce(reason, '') as reason, count(*) as mails
                from delivery where email_id = $1 and bounced_at is not null
                group by 1, 2 order by mails desc, reason limit 20
                """,
                row ->
                        new BounceFigure(
                                BounceFigure.KindEnum.fromString(row.getString("kind")),
                                row.getString("reason"),
                                row.getLong("mails")),
                id.value());
    }

    private static Email email(Row row) {
        return new Email(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("from_name"),
                        row.getString("from_address"),
                        row.getOffsetDateTime("created_at"),
                        row.getOffsetDateTime("updated_at"),
                        figures(row))
                .text(row.getString("text"))
                .version(row.getLong("version"));
    }

    private static EmailFigures figures(Row row) {
        return new EmailFigures(
                row.getLong("sent"),
                row.getLong("opened"),
                row.getLong("clicked"),
                row.getLong("bounced"),
                row.getLong("unsubscribed"),
                row.getLong("not_sent"),
                row.getLong("opened_by_machines"),
                row.getLong("clicked_by_machines"));
    }
}
