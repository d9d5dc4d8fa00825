package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Settlement;
import io.mauntic.integrations.delivery.domain.Attempt;
import io.mauntic.integrations.delivery.domain.Verdict.Delivered;
import io.mauntic.integrations.delivery.domain.Verdict.Retry;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down a batch of outcomes: a handful of statements, however many there are. */
@ApplicationScoped
class SettlementStatements {

    private static final String OUTCOMES =
            """
            from jsonb_to_recordset($2) as outcome (id bigint, webhook bigint, status text, at timestamptz, code int, excerpt text,
                error text, took int, wait bigint, pause bigint)
            """;
    private static final String RESCHEDULE =
            "update due_delivery set attempt = attempt + 1, due_at = clock_timestamp() + make_interval(secs => outcome.wait / 1000.0)"
                    + OUTCOMES
                    + "where organization_id = $1 and delivery_id = outcome.id and outcome.status = 'pending'";
    private static final String DONE =
            "delete from due_delivery where organization_id = $1 and delivery_id in (select id "
                    + OUTCOMES
                    + " where status <> 'pending')";
    // What waits for its next attempt has a due row, unless its webhook was disabled meanwhile.
    private static final String RECORD =
            """
            update delivery set
                status = case
                    when outcome.status = 'pending' and not exists (select from due_delivery where delivery_id = outcome.id) then 'failed'
                    else outcome.status end,
                attempts = attempts + 1, last_attempt_at = outcome.at, response_status = outcome.code, response_excerpt = outcome.excerpt,
                error = outcome.error, duration_millis = outcome.took,
                history = case when jsonb_array_length(history) < 50 then history else history - 0 end || jsonb_strip_nulls(jsonb_build_object(
                    'number', attempts + 1, 'at', outcome.at, 'durationMillis', outcome.took, 'responseStatus', outcome.code,
                    'error', outcome.error, 'excerpt', left(outcome.excerpt, 300)))
            """
                    + OUTCOMES
                    + "where delivery.organization_id = $1 and delivery.id = outcome.id";
    private static final String COUNT =
            """
            insert into delivery_tally as tally (organization_id, webhook_id, hour, delivered, failed)
            select $1, webhook, date_trunc('hour', clock_timestamp()), count(*) filter (where outcome.status = 'delivered'),
                count(*) filter (where outcome.status = 'failed')
            """
                    + OUTCOMES
                    + """
                    join webhook as existing on existing.organization_id = $1 and existing.id = outcome.webhook
                    where outcome.status <> 'pending' group by webhook order by webhook
                    on conflict (organization_id, webhook_id, hour)
                    do update set delivered = tally.delivered + excluded.delivered, failed = tally.failed + excluded.failed
                    """;
    private static final String HEALTH =
            """
            update webhook set last_status = latest.code, last_attempt_at = latest.at,
                last_success_at = coalesce(latest.succeeded, last_success_at)
            from (select distinct on (webhook) webhook, code, at, max(at) filter (where outcome.status = 'delivered') over (partition by webhook) as succeeded
            """
                    + OUTCOMES
                    + " order by webhook, at desc) as latest where organization_id = $1 and id = latest.webhook";
    private static final String PAUSE =
            """
            update delivery_lane set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => asked.pause / 1000.0))
            from (select webhook, max(pause) as pause
            """
                    + OUTCOMES
                    + " group by webhook having max(pause) > 0) as asked where organization_id = $1 and webhook_id = asked.webhook";

    private final Sql sql;
    private final Outbox outbox;
    private final UnwantedWebhooks unwanted;

    SettlementStatements(Sql sql, Outbox outbox, UnwantedWebhooks unwanted) {
        this.sql = sql;
        this.outbox = outbox;
        this.unwanted = unwanted;
    }

    /** Inside the organization's unit of work. */
    Uni<Void> run(OrganizationId organization, List<Settlement> settlements) {
        JsonArray outcomes = new JsonArray();
        settlements.forEach(settlement -> outcomes.add(outcome(settlement)));
        Uni<Integer> written = Uni.createFrom().item(0);
        for (String statement : List.of(RESCHEDULE, DONE, RECORD, COUNT, HEALTH, PAUSE)) {
            written = written.chain(() -> sql.update(statement, organization.value(), outcomes));
        }
        return written.chain(() -> unwanted.disable(organization, settlements))
                .chain(() -> tell(organization, Lane.REALTIME, settlements))
                .chain(() -> tell(organization, Lane.BULK, settlements));
    }

    private static JsonObject outcome(Settlement settlement) {
        Attempt attempt = settlement.attempt();
        JsonObject row =
                new JsonObject()
                        .put("id", settlement.delivery().id())
                        .put("webhook", settlement.delivery().webhook().value())
                        .put("at", attempt.at().toString())
                        .put("took", attempt.took().toMillis())
                        .put("excerpt", attempt.excerpt())
                        .put("pause", 0);
        attempt.status().ifPresent(status -> row.put("code", status));
        attempt.error().ifPresent(error -> row.put("error", error));
        return switch (settlement.verdict()) {
            case Delivered() -> row.put("status", "delivered");
            case Retry(var delay, var pause) ->
                    row.put("status", "pending")
                            .put("wait", delay.toMillis())
                            .put("pause", pause.toMillis());
            default -> row.put("status", "failed");
        };
    }

    private Uni<Void> tell(OrganizationId organization, Lane lane, List<Settlement> settlements) {
        List<OutgoingEvent> delivered =
                settlements.stream()
                        .filter(
                                settlement ->
                                        settlement.verdict() instanceof Delivered
                                                && settlement.delivery().lane() == lane)
                        .map(SettlementStatements::delivered)
                        .toList();
        return outbox.publish(organization, lane, delivered);
    }

    private static OutgoingEvent delivered(Settlement settlement) {
        long webhook = settlement.delivery().webhook().value();
        JsonObject data =
                new JsonObject()
                        .put("webhookId", webhook)
                        .put("name", settlement.delivery().webhookName())
                        .put("deliveryId", settlement.delivery().id())
                        .put("event", settlement.delivery().event())
                        .put("status", settlement.attempt().status().orElseThrow());
        return OutgoingEvent.of("WebhookDelivered", webhook, data);
    }
}
