package io.mauntic.integrations.webhook.infrastructure;

import io.mauntic.integrations.webhook.application.Webhooks;
import io.mauntic.integrations.webhook.domain.DisabledReason;
import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.integrations.webhook.domain.Webhook.FormerSecret;
import io.mauntic.integrations.webhook.domain.WebhookDisabled;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Webhooks by plain SQL: their secrets pass through the seal on the way. */
@ApplicationScoped
class SqlWebhooks implements Webhooks {

    private static final String INSERT =
            """
            insert into webhook (id, organization_id, name, url, events, status, secret)
            values (nextval('webhook_seq'), $1, $2, $3, $4, 'active', $5) returning id
            """;
    private static final String SELECT =
            """
            select name, url, events, disabled_reason, secret, previous_secret, previous_secret_until from webhook
            where organization_id = $1 and id = $2 for update
            """;
    private static final String UPDATE =
            """
            update webhook set name = $3, url = $4, events = $5, status = $6, disabled_reason = $7, secret = $8,
                previous_secret = $9, previous_secret_until = $10, updated_at = now(), version = version + 1
            where organization_id = $1 and id = $2
            """;
    private static final String GIVE_UP =
            """
            update delivery set status = 'failed', error = 'The webhook was disabled before it was sent.'
            where organization_id = $1 and webhook_id = $2 and status = 'pending'
            """;

    private final Sql sql;
    private final SecretSeal seal;
    private final Outbox outbox;

    SqlWebhooks(Sql sql, SecretSeal seal, Outbox outbox) {
        this.sql = sql;
        this.seal = seal;
        this.outbox = outbox;
    }

    @Override
    public Uni<WebhookId> add(
            OrganizationId organization, Subscription subscription, SigningSecret secret) {
        return sql.number(
                        INSERT,
                        organization.value(),
                        subscription.name(),
                        subscription.url(),
                        subscription.events().toArray(String[]::new),
                        Buffer.buffer(seal.seal(secret)))
                .call(
                        id ->
                                sql.update(
                                        "insert into delivery_lane (webhook_id, organization_id) values ($1, $2)",
                                        id,
                                        organization.value()))
                .map(WebhookId::new);
    }

    @Override
    public Uni<Webhook> get(OrganizationId organization, WebhookId id) {
        return sql.first(
                        SELECT,
                        row -> webhook(organization, id, row),
                        organization.value(),
                        id.value())
                .map(found -> found.orElseThrow(() -> new NotFound("webhook", id)));
    }

    @Override
    public Uni<Void> save(Webhook webhook) {
        Subscription subscription = webhook.subscription();
        return sql.update(
                        UPDATE,
                        webhook.organization().value(),
                        webhook.id().value(),
                        subscription.name(),
                        subscription.url(),
                        subscription.events().toArray(String[]::new),
                        webhook.active() ? "active" : "disabled",
                        webhook.disabled().map(DisabledReason::toString).orElse(null),
                        Buffer.buffer(seal.seal(webhook.secret())),
                        webhook.former()
                                .map(former -> Buffer.buffer(seal.seal(former.secret())))
                                .orElse(null),
                        webhook.former()
                                .map(former -> former.until().atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> remove(OrganizationId organization, WebhookId id) {
        return sql.update(
                        "delete from delivery_lane where organization_id = $1 and webhook_id = $2",
                        organization.value(),
                        id.value())
                .chain(
                        () ->
                                sql.update(
                                        "delete from webhook where organization_id = $1 and id = $2",
                                        organization.value(),
                                        id.value()))
                .map(rows -> rows > 0);
    }

    @Override
    public Uni<List<Listener>> listeners(OrganizationId organization) {
        return sql.list(
                "select id, name, url, events from webhook where organization_id = $1 and status = 'active'",
                row -> new Listener(new WebhookId(row.getLong("id")), subscription(row)),
                organization.value());
    }

    @Override
    public Uni<Void> publish(OrganizationId organization, WebhookDisabled disabled) {
        JsonObject data =
                new JsonObject()
                        .put("webhookId", disabled.webhookId())
                        .put("name", disabled.name())
                        .put("reason", disabled.reason().toString());
        return sql.update("delete from due_delivery where webhook_id = $1", disabled.webhookId())
                .chain(() -> sql.update(GIVE_UP, organization.value(), disabled.webhookId()))
                .chain(
                        () ->
                                outbox.publish(
                                        organization,
                                        Lane.REALTIME,
                                        OutgoingEvent.of(
                                                "WebhookDisabled", disabled.webhookId(), data)));
    }

    private Webhook webhook(OrganizationId organization, WebhookId id, Row row) {
        return new Webhook(
                organization,
                id,
                subscription(row),
                Optional.ofNullable(row.getString("disabled_reason")).map(DisabledReason::of),
                seal.open(row.getBuffer("secret").getBytes()),
                former(row));
    }

    private Optional<FormerSecret> former(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("previous_secret_until");
        return until == null
                ? Optional.empty()
                : Optional.of(
                        new FormerSecret(
                                seal.open(row.getBuffer("previous_secret").getBytes()),
                                until.toInstant()));
    }

    private static Subscription subscription(Row row) {
        return new Subscription(
                row.getString("name"),
                row.getString("url"),
                List.of(row.getArrayOfStrings("events")));
    }
}
