package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Deliveries;
import io.mauntic.integrations.delivery.application.Delivery;
import io.mauntic.integrations.delivery.application.OnTheirWay;
import io.mauntic.integrations.delivery.application.Settlement;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The queue of deliveries: rows that are claimed for a while, never locked while the network is
 * waited for.
 */
@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private static final String QUEUE =
            """
            with fresh as (
                insert into delivery (id, organization_id, webhook_id, event_id, event, payload, bulk, contact_id, submission_id)
                select nextval('delivery_seq'), $1, webhook_id, event_id, event, payload, bulk, contact_id, submission_id
                from unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::bigint[], $8::bigint[])
                    as wanted (webhook_id, event_id, event, payload, bulk, contact_id, submission_id)
                on conflict (organization_id, webhook_id, event_id) do nothing
                returning id, webhook_id, bulk)
            insert into due_delivery (delivery_id, webhook_id, organization_id, bulk, due_at)
            select id, webhook_id, $1, bulk, clock_timestamp() from fresh returning delivery_id
            """;
    private static final String NAME =
            """
            update delivery set contact_id = named.contact_id
            from unnest($2::bigint[], $3::bigint[]) as named (submission_id, contact_id)
            where organization_id = $1 and delivery.submission_id = named.submission_id and delivery.contact_id is null
            """;
    private static final String REPLAY =
            """
            with replayed as (
                update delivery set status = 'pending' where organization_id = $1 and webhook_id = $2 and id = $3 returning id, bulk)
            insert into due_delivery (delivery_id, webhook_id, organization_id, bulk, due_at)
            select id, $2, $1, bulk, clock_timestamp() from replayed
            on conflict (delivery_id) do update set attempt = 0, due_at = excluded.due_at
            """;
    // Each webhook's index is read from its front, so the cost follows what is claimed and not what
    // waits. Every organization's first webhook comes before anybody's second, and none has more
    // than
    // its share on the way.
    private static final String CLAIM =
            """
            with oldest as materialized (
                select webhook_id from due_delivery where due_at <= clock_timestamp() order by due_at limit 500),
            lane as materialized (
                select webhook_id, organization_id, row_number() over (partition by organization_id order by random()) as turn
                from delivery_lane
                where paused_until <= clock_timestamp()
                    and (webhook_id in (select webhook_id from oldest) or (select count(*) from oldest) = 500)),
            waiting as materialized (
                select due.delivery_id, lane.organization_id, lane.turn
                from lane
                left join unnest($1::bigint[], $2::int[]) as busy (webhook_id, running) on busy.webhook_id = lane.webhook_id
                cross join lateral (
                    select delivery_id from due_delivery
                    where webhook_id = lane.webhook_id and due_at <= clock_timestamp()
                    order by bulk, due_at limit greatest($3::int - coalesce(busy.running, 0), 0)
                    for update skip locked) as due),
            claimed as (
                select delivery_id from (
                    select *, row_number() over (partition by organization_id order by turn) as place from waiting) as placed
                left join unnest($6::bigint[], $7::int[]) as share (organization_id, running) using (organization_id)
                where place + coalesce(share.running, 0) <= $8::int
                order by turn, place limit $4)
            update due_delivery set due_at = clock_timestamp() + make_interval(secs => $5::int) from claimed
            where due_delivery.delivery_id = claimed.delivery_id
            returning due_delivery.delivery_id, organization_id, webhook_id, attempt
            """;
    private static final String RELEASE =
            "update due_delivery set due_at = clock_timestamp() + make_interval(secs => $2::int) where delivery_id = any($1)";
    private static final String NEXT_DUE =
            """
            select min(greatest(lane.paused_until, least(
                (select due_at from due_delivery where webhook_id = lane.webhook_id and not bulk order by due_at limit 1),
                (select due_at from due_delivery where webhook_id = lane.webhook_id and bulk order by due_at limit 1)))) as due_at
            from delivery_lane as lane
            where webhook_id <> all($1) and organization_id <> all($2)
                and exists (select from due_delivery where webhook_id = lane.webhook_id)
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final DueDeliveries dueDeliveries;
    private final SettlementStatements statements;

    SqlDeliveries(
            UnitOfWork unitOfWork,
            Sql sql,
            DueDeliveries dueDeliveries,
            SettlementStatements statements) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.dueDeliveries = dueDeliveries;
        this.statements = statements;
    }

    @Override
    public Uni<List<Long>> queue(OrganizationId organization, List<Queued> queued) {
        return sql.list(
                QUEUE,
                row -> row.getLong(0),
                organization.value(),
                column(queued, one -> one.webhook().value(), Long[]::new),
                column(queued, Queued::eventId, UUID[]::new),
                column(queued, Queued::event, String[]::new),
                column(queued, Queued::payload, String[]::new),
                column(queued, Queued::bulk, Boolean[]::new),
                column(queued, Queued::contact, Long[]::new),
                column(queued, Queued::submission, Long[]::new));
    }

    @Override
    public Uni<Void> name(OrganizationId organization, Map<Long, Long> contacts) {
        return sql.update(
                        NAME,
                        organization.value(),
                        contacts.keySet().toArray(Long[]::new),
                        contacts.values().toArray(Long[]::new))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> replay(OrganizationId organization, WebhookId webhook, long delivery) {
        return sql.update(REPLAY, organization.value(), webhook.value(), delivery)
                .map(rows -> rows > 0);
    }

    @Override
    public Uni<List<Claim>> claim(OnTheirWay running, int most, Duration lease) {
        List<Map.Entry<WebhookId, Integer>> busy = List.copyOf(running.byWebhook().entrySet());
        List<Map.Entry<OrganizationId, Integer>> shares =
                List.copyOf(running.byOrganization().entrySet());
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.list(
                                CLAIM,
                                SqlDeliveries::claim,
                                column(busy, entry -> entry.getKey().value(), Long[]::new),
                                column(busy, Map.Entry::getValue, Integer[]::new),
                                OnTheirWay.MOST_OF_ONE_WEBHOOK,
                                (long) most,
                                (int) lease.toSeconds(),
                                column(shares, entry -> entry.getKey().value(), Long[]::new),
                                column(shares, Map.Entry::getValue, Integer[]::new),
                                OnTheirWay.MOST_OF_AN_ORGANIZATION));
    }

    @Override
    public Uni<Void> release(List<Claim> claims, Duration rest) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.update(
                                        RELEASE,
                                        column(claims, Claim::delivery, Long[]::new),
                                        (int) rest.toSeconds())
                                .replaceWithVoid());
    }

    @Override
    public Uni<List<Delivery>> load(OrganizationId organization, List<Claim> claims) {
        return unitOfWork.in(organization, () -> dueDeliveries.load(organization, claims));
    }

    @Override
    public Uni<Optional<Instant>> nextDue(OnTheirWay running) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        NEXT_DUE,
                                        row ->
                                                Optional.ofNullable(row.getOffsetDateTime("due_at"))
                                                        .map(due -> due.toInstant()),
                                        column(
                                                running.fullWebhooks(),
                                                WebhookId::value,
                                                Long[]::new),
                                        column(
                                                running.fullOrganizations(),
                                                OrganizationId::value,
                                                Long[]::new)))
                .map(found -> found.flatMap(due -> due));
    }

    @Override
    public Uni<Void> settle(OrganizationId organization, List<Settlement> settlements) {
        return unitOfWork.in(organization, () -> statements.run(organization, settlements));
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getLong("delivery_id"),
                new OrganizationId(row.getLong("organization_id")),
                new WebhookId(row.getLong("webhook_id")),
                row.getInteger("attempt"));
    }

    private static <A, B> B[] column(
            List<A> rows, Function<A, B> value, java.util.function.IntFunction<B[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
