package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.security.AddressHash;
import io.mauntic.kit.security.AddressHashes;
import io.mauntic.messaging.delivery.application.Result;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Writes how the deliveries of a batch ended: rows, figures, suppressions and events, one statement
 * for all. A mail may have come back before it is written that it was sent; that stays.
 */
@ApplicationScoped
public class Outcomes {

    private static final String FINISH =
            """
            with result as (
                select * from jsonb_to_recordset($2::jsonb) as r(id bigint, status text, kind text, reason text, subject text, address text, address_hash text)),
            done as (
                update delivery d set status = r.status, reason = coalesce(r.reason, d.reason), subject = r.subject, address = r.address,
                    done_at = clock_timestamp(), bounce_kind = coalesce(r.kind, d.bounce_kind),
                    bounced_at = case when r.status = 'bounced' then now() else d.bounced_at end
                from result r where d.id = r.id and d.status = 'queued'
                returning d.*, r.kind, r.address_hash),
            gone as (delete from due_delivery where delivery_id in (select id from result)),
            silenced as (
                insert into suppressed_address (organization_id, channel, address_hash, reason)
                select distinct organization_id, channel, decode(address_hash, 'hex'), 'bounced' from done
                where address_hash is not null and bounce_kind = 'hard' order by 3 on conflict do nothing),
            counted as (
                insert into email_day (organization_id, email_id, day, sent, bounced, not_sent)
                select organization_id, email_id, (now() at time zone 'utc')::date, count(*) filter (where status = 'sent'),
                    count(*) filter (where status = 'bounced'), count(*) filter (where status = 'not-sent')
                from done group by 1, 2, 3 order by 2
                on conflict (organization_id, email_id, day) do update set sent = email_day.sent + excluded.sent,
                    bounced = email_day.bounced + excluded.bounced, not_sent = email_day.not_sent + excluded.not_sent)
            select append_events($1, $3, null, $4, array_agg(
                outgoing_event(
                    case d.status when 'sent' then 'EmailSent' when 'bounced' then 'EmailBounced' else 'EmailNotSent' end,
                    d.contact_id::text,
                    jsonb_strip_nulls(jsonb_build_object(
                        'deliveryId', d.id, 'deliveryKey', d.delivery_key, 'contactId', d.contact_id, 'emailId', d.email_id,
                        'emailName', coalesce(e.name, ''), 'subject', coalesce(d.subject, e.subject, ''), 'campaignId', d.campaign_id,
                        'eventKey', d.event_key, 'kind', d.kind, 'reason', case when d.status <> 'sent' then d.reason end,
                        'address', case when d.status = 'bounced' then d.address end))::text,
                    jsonb_build_array(d.correlation_id, d.causation_id, d.traceparent))
                order by d.id))
            from done d left join email e on e.id = d.email_id
            """;
    private static final String POSTPONE =
            """
            update due_delivery d set due_at = now() + r.seconds * interval '1 second', attempts = d.attempts + r.attempted,
                claimed_by = null, handed_over = false
            from jsonb_to_recordset($1::jsonb) as r(id bigint, seconds float8, attempted int)
            where d.delivery_id = r.id and d.claimed_by = $2
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Outbox outbox;
    private final Instance instance;
    private final AddressHashes hashes;

    Outcomes(
            UnitOfWork unitOfWork,
            Sql sql,
            Outbox outbox,
            Instance instance,
            AddressHashes hashes) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.outbox = outbox;
        this.instance = instance;
        this.hashes = hashes;
    }

    /**
     * @param results of one organization and lane, at most a batch
     */
    public Uni<Void> write(OrganizationId organization, Lane lane, List<Result> results) {
        JsonArray finished = new JsonArray();
        JsonArray postponed = new JsonArray();
        for (Result result : results) {
            switch (result) {
                case Result.Final end -> finished.add(row(organization, end));
                case Result.Postponed(long id, var delay, boolean attempted) ->
                        postponed.add(
                                new JsonObject()
                                        .put("id", id)
                                        .put("seconds", delay.toMillis() / 1000.0)
                                        .put("attempted", attempted ? 1 : 0));
                case Result.Left _ -> {}
            }
        }
        return unitOfWork.in(
                organization,
                () -> finish(organization, lane, finished).chain(() -> postpone(postponed)));
    }

    private Uni<Void> finish(OrganizationId organization, Lane lane, JsonArray finished) {
        if (finished.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        outbox.wake(lane);
        return sql.update(FINISH, organization.value(), finished, lane.text(), outbox.causes())
                .replaceWithVoid();
    }

    private Uni<Void> postpone(JsonArray postponed) {
        return postponed.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(POSTPONE, postponed, instance.id()).replaceWithVoid();
    }

    private JsonObject row(OrganizationId organization, Result.Final end) {
        JsonObject row = new JsonObject().put("id", end.deliveryId());
        return switch (end) {
            case Result.Sent(_, String subject, String address) ->
                    sentTo(
                            row.put("status", "sent").put("subject", subject),
                            organization,
                            address);
            case Result.Settled _ -> row.put("status", "sent");
            case Result.NotSent(_, var reason) ->
                    row.put("status", "not-sent").put("reason", reason.text());
            case Result.Bounced(_, boolean hard, String reason, String subject, String address) ->
                    sentTo(
                            row.put("status", "bounced")
                                    .put("kind", hard ? "hard" : "soft")
                                    .put("reason", reason)
                                    .put("subject", subject),
                            organization,
                            address);
        };
    }

    private JsonObject sentTo(JsonObject row, OrganizationId organization, String address) {
        return row.put("address", address)
                .put(
                        "address_hash",
                        hashes.of(organization, Channel.EMAIL, address)
                                .map(AddressHash::hex)
                                .orElse(null));
    }
}
