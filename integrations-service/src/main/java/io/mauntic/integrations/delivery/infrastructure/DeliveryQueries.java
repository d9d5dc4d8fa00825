package io.mauntic.integrations.delivery.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.contracts.integrations.model.Attempt;
import io.mauntic.contracts.integrations.model.Delivery;
import io.mauntic.contracts.integrations.model.DeliveryPage;
import io.mauntic.contracts.integrations.model.DeliveryStatus;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.PageAsked;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** The log as the contract shows it, newest first. A cursor is the id of the last one seen. */
@ApplicationScoped
public class DeliveryQueries {

    private static final String COLUMNS =
            """
            select id, delivery.webhook_id, event_id, event, status, attempts, due_at, last_attempt_at, response_status, response_excerpt, error,
                duration_millis, payload, history, created_at
            from delivery left join due_delivery on delivery_id = id
            where delivery.organization_id = $1 and delivery.webhook_id = $2
            """;
    private static final String FILTER =
            " and ($3 = '' or status = $3) and ($4 = '' or event = $4)";
    private static final Set<String> STATUSES = Set.of("", "pending", "delivered", "failed");

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final ObjectMapper json;

    DeliveryQueries(UnitOfWork unitOfWork, Sql sql, ObjectMapper json) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.json = json;
    }

    /** With payload and history. Fails with {@link NotFound}. */
    public Uni<Delivery> get(OrganizationId organization, WebhookId webhook, long id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        COLUMNS + " and id = $3",
                                        this::whole,
                                        organization.value(),
                                        webhook.value(),
                                        id))
                .map(found -> found.orElseThrow(() -> new NotFound("delivery", id)));
    }

    /** One page. Fails with {@link NotFound} when there is no such webhook. */
    public Uni<DeliveryPage> page(
            OrganizationId organization,
            WebhookId webhook,
            int page,
            int limit,
            String cursor,
            String status,
            String event) {
        String wanted = status == null ? "" : status;
        String type = event == null ? "" : event;
        if (!STATUSES.contains(wanted)) {
            throw new InvalidValues("status", "A delivery is pending, delivered or failed.");
        }
        PageAsked asked = PageAsked.of(page, limit, cursor);
        String count =
                "select count(*) from delivery where organization_id = $1 and webhook_id = $2"
                        + FILTER;
        return unitOfWork.in(
                organization,
                () ->
                        exists(organization, webhook)
                                .chain(
                                        () ->
                                                sql.list(
                                                        COLUMNS
                                                                + FILTER
                                                                + " and id < $5 order by id desc limit $6 offset $7",
                                                        DeliveryQueries::line,
                                                        organization.value(),
                                                        webhook.value(),
                                                        wanted,
                                                        type,
                                                        asked.before(),
                                                        (long) limit,
                                                        asked.offset()))
                                .chain(
                                        rows ->
                                                sql.number(
                                                                count,
                                                                organization.value(),
                                                                webhook.value(),
                                                                wanted,
                                                                type)
                                                        .map(total -> page(rows, asked, total))));
    }

    private Uni<Void> exists(OrganizationId organization, WebhookId webhook) {
        return sql.first(
                        "select 1 from webhook where organization_id = $1 and id = $2",
                        row -> true,
                        organization.value(),
                        webhook.value())
                .map(found -> found.orElseThrow(() -> new NotFound("webhook", webhook)))
                .replaceWithVoid();
    }

    private static DeliveryPage page(List<Delivery> rows, PageAsked asked, long total) {
        DeliveryPage answer =
                new DeliveryPage()
                        .items(rows)
                        .page(asked.page())
                        .limit(asked.limit())
                        .total(total)
                        .totalPages(asked.pages(total));
        return asked.goesOnAfter(rows.size())
                ? answer.nextCursor(rows.getLast().getId().toString())
                : answer;
    }

    private Delivery whole(Row row) {
        return line(row)
                .payload(row.getString("payload"))
                .history(attempts(row.getJsonArray("history")));
    }

    private List<Attempt> attempts(JsonArray history) {
        try {
            return json.readValue(history.encode(), new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Delivery line(Row row) {
        return new Delivery()
                .id(row.getLong("id"))
                .webhookId(row.getLong("webhook_id"))
                .eventId(row.getUUID("event_id").toString())
                .event(row.getString("event"))
                .status(DeliveryStatus.fromValue(row.getString("status")))
                .attempts(row.getInteger("attempts"))
                .nextAttemptAt(row.getOffsetDateTime("due_at"))
                .lastAttemptAt(row.getOffsetDateTime("last_attempt_at"))
                .responseStatus(row.getInteger("response_status"))
                .responseExcerpt(row.getString("response_excerpt"))
                .error(row.getString("error"))
                .durationMillis(row.getInteger("duration_millis"))
                .createdAt(row.getOffsetDateTime("created_at"));
    }
}
