package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes what was asked for into the queue; inside a unit of work of the organization. */
@ApplicationScoped
public class DeliveryRequests {

    private static final String ACCEPT =
            """
            with asked as (
                select * from jsonb_to_recordset($2::jsonb) as r(
                    delivery_key text, contact_id bigint, email_id bigint, campaign_id bigint, event_key text, lane text,
                    correlation_id uuid, causation_id uuid, traceparent text)),
            accepted as (
                insert into delivery (organization_id, delivery_key, channel, lane, contact_id, email_id, campaign_id, event_key, correlation_id, causation_id, traceparent)
                select $1, delivery_key, $3, lane, contact_id, email_id, campaign_id, event_key, correlation_id, causation_id, traceparent from asked
                on conflict (organization_id, delivery_key) do nothing
                returning id, lane)
            insert into due_delivery (delivery_id, organization_id, lane, due_at)
            select id, $1, lane, now() from accepted
            """;

    private final Sql sql;

    DeliveryRequests(Sql sql) {
        this.sql = sql;
    }

    /** How many of them were not asked for before. */
    public Uni<Integer> accept(OrganizationId organization, List<ReceivedEvent> requests) {
        JsonArray asked = new JsonArray();
        requests.forEach(request -> asked.add(row(request)));
        return sql.update(ACCEPT, organization.value(), asked, Channel.EMAIL.text());
    }

    private static JsonObject row(ReceivedEvent request) {
        JsonObject data = request.data();
        return new JsonObject()
                .put("delivery_key", data.getString("deliveryKey"))
                .put("contact_id", data.getLong("contactId"))
                .put("email_id", data.getLong("emailId"))
                .put("campaign_id", data.getLong("campaignId"))
                .put("event_key", data.getString("eventKey"))
                .put("lane", request.lane().text())
                .put("correlation_id", request.correlationId().toString())
                .put("causation_id", request.id().toString())
                .put("traceparent", request.traceparent().orElse(null));
    }
}
