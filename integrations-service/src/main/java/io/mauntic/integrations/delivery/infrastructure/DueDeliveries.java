package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.mauntic.integrations.delivery.application.Delivery;
import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.integrations.webhook.infrastructure.SecretSeal;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what was claimed, with what it takes to send it. */
@ApplicationScoped
class DueDeliveries {

    private static final String LOAD =
            """
            select delivery.id, webhook_id, event_id, event, payload, bulk, name, url, secret,
                case when previous_secret_until > clock_timestamp() then previous_secret end as previous_secret
            from delivery join webhook on webhook.id = webhook_id
            where delivery.organization_id = $1 and webhook.organization_id = $1 and delivery.id = any($2) and webhook.status = 'active'
            """;

    private final Sql sql;
    private final SecretSeal seal;

    DueDeliveries(Sql sql, SecretSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    Uni<List<Delivery>> load(OrganizationId organization, List<Claim> claims) {
        Map<Long, Integer> attempts =
                claims.stream().collect(Collectors.toMap(Claim::delivery, Claim::attempt));
        return sql.list(
                        LOAD,
                        row -> delivery(organization, attempts, row),
                        organization.value(),
                        attempts.keySet().toArray(Long[]::new))
                .call(found -> forget(attempts, found));
    }

    private Uni<Integer> forget(Map<Long, Integer> attempts, List<Delivery> found) {
        List<Long> unwanted = new ArrayList<>(attempts.keySet());
        found.forEach(delivery -> unwanted.remove(delivery.id()));
        return unwanted.isEmpty()
                ? Uni.createFrom().item(0)
                : sql.update(
                        "delete from due_delivery where delivery_id = any($1)",
                        (Object) unwanted.toArray(Long[]::new));
    }

    private Delivery delivery(OrganizationId organization, Map<Long, Integer> attempts, Row row) {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(seal.open(row.getBuffer("secret").getBytes()));
        Buffer previous = row.getBuffer("previous_secret");
        if (previous != null) {
            secrets.add(seal.open(previous.getBytes()));
        }
        return new Delivery(
                row.getLong("id"),
                organization,
                new WebhookId(row.getLong("webhook_id")),
                row.getString("name"),
                row.getString("url"),
                List.copyOf(secrets),
                row.getUUID("event_id"),
                row.getString("event"),
                row.getString("payload"),
                row.getBoolean("bulk") ? Lane.BULK : Lane.REALTIME,
                attempts.get(row.getLong("id")));
    }
}
