package io.mauntic.integrations.webhook.infrastructure;

import io.mauntic.contracts.integrations.model.Webhook;
import io.mauntic.contracts.integrations.model.WebhookPage;
import io.mauntic.contracts.integrations.model.WebhookStatus;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.PageAsked;
import io.mauntic.kit.database.SearchPattern;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Webhooks as the contract shows them, with their health of the last 24 hours and never with a
 * secret.
 */
@ApplicationScoped
public class WebhookQueries {

    private static final String COLUMNS =
            """
            select id, version, name, url, events, status, disabled_reason, last_status, last_attempt_at, created_at, updated_at,
                case when previous_secret_until > now() then previous_secret_until end as overlap,
                coalesce(day.delivered, 0) as delivered, coalesce(day.failed, 0) as failed,
                (select count(*) from due_delivery where webhook_id = webhook.id) as pending
            from webhook left join lateral
                (select sum(delivered)::bigint as delivered, sum(failed)::bigint as failed from delivery_tally
                    where organization_id = $1 and webhook_id = webhook.id and hour > now() - interval '24 hours') as day on true
            where organization_id = $1
            """;
    private static final String FOUND = " and ($2 = '' or name ilike $2 or url ilike $2)";
    // An ORDER BY takes no parameters: only these words ever reach the statement.
    private static final Map<String, String> ORDERS =
            Map.of(
                    "name",
                    "lower(name)",
                    "url",
                    "url",
                    "status",
                    "status",
                    "createdAt",
                    "created_at");

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    WebhookQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /** Fails with {@link NotFound}. */
    public Uni<Webhook> get(OrganizationId organization, WebhookId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        COLUMNS + " and id = $2",
                                        WebhookQueries::webhook,
                                        organization.value(),
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("webhook", id)));
    }

    /** One page of webhooks; {@code search} looks into names and addresses. */
    public Uni<WebhookPage> page(
            OrganizationId organization,
            int page,
            int limit,
            String search,
            String orderBy,
            String orderDir) {
        PageAsked asked = PageAsked.of(page, limit);
        String pattern = SearchPattern.containing(search);
        String order =
                " order by "
                        + column(orderBy)
                        + ("asc".equals(orderDir) ? " asc, id asc" : " desc, id desc");
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                        COLUMNS + FOUND + order + " limit $3 offset $4",
                                        WebhookQueries::webhook,
                                        organization.value(),
                                        pattern,
                                        (long) limit,
                                        asked.offset())
                                .chain(
                                        rows ->
                                                sql.number(
                                                                "select count(*) from webhook where organization_id = $1"
                                                                        + FOUND,
                                                                organization.value(),
                                                                pattern)
                                                        .map(total -> page(rows, asked, total))));
    }

    private static String column(String orderBy) {
        String column = ORDERS.get(orderBy);
        if (column == null) {
            throw new InvalidValues(
                    "orderBy", "Webhooks are sorted by name, url, status or createdAt.");
        }
        return column;
    }

    private static WebhookPage page(List<Webhook> rows, PageAsked asked, long total) {
        return new WebhookPage()
                .items(rows)
                .page(asked.page())
                .limit(asked.limit())
                .total(total)
                .totalPages(asked.pages(total));
    }

    private static Webhook webhook(Row row) {
        return new Webhook()
                .id(row.getLong("id"))
                .version(row.getLong("version"))
                .name(row.getString("name"))
                .url(row.getString("url"))
                .events(List.of(row.getArrayOfStrings("events")))
                .status(WebhookStatus.fromValue(row.getString("status")))
                .disabledReason(row.getString("disabled_reason"))
                .previousSecretUntil(row.getOffsetDateTime("overlap"))
                .delivered(row.getLong("delivered"))
                .failed(row.getLong("failed"))
                .pending(row.getLong("pending"))
                .lastStatus(row.getInteger("last_status"))
                .lastAttemptAt(row.getOffsetDateTime("last_attempt_at"))
                .createdAt(row.getOffsetDateTime("created_at"))
                .updatedAt(row.getOffsetDateTime("updated_at"));
    }
}
