package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The queue of all organizations. */
@ApplicationScoped
public class DueDeliveries {

    /** How long the deliveries of a killed process wait; a living one renews in time. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    // From head to head of the index: its cost follows the number of organizations, not of mails.
    private static final String TURNS =
            """
            with recursive head as (
                (select organization_id from due_delivery where lane = $1 order by organization_id limit 1)
                union all
                select later.organization_id from head cross join lateral (
                    select organization_id from due_delivery where lane = $1 and organization_id > head.organization_id
                    order by organization_id limit 1) as later),
            """;
    // Every organization has the same share of a batch, whatever waits of the others.
    private static final String CLAIM =
            TURNS
                    + """
                    turn as materialized (
                        select organization_id, count(*) over () as organizations from head where exists (
                            select from due_delivery d
                            where d.lane = $1 and d.organization_id = head.organization_id and d.due_at <= now())),
                    due as materialized (
                        select mail.delivery_id from turn cross join lateral (
                            select delivery_id from due_delivery d
                            where d.lane = $1 and d.organization_id = turn.organization_id and d.due_at <= now()
                            order by d.due_at limit ceil($2::numeric / turn.organizations) for update skip locked) as mail)
                    update due_delivery set due_at = now() + interval '10 seconds', claimed_by = $3
                    where delivery_id in (select delivery_id from due limit $2)
                    returning delivery_id, organization_id, attempts, handed_over
                    """;
    private static final String MINE =
            "select delivery_id, organization_id, attempts, handed_over from due_delivery where delivery_id = any($1) and claimed_by = $2";
    private static final String RELEASE =
            """
            update due_delivery set due_at = now() + $3 * interval '1 second', claimed_by = null
            where delivery_id = any($1) and claimed_by = $2 and not handed_over
            """;
    private static final String RENEW =
            "update due_delivery set due_at = now() + interval '10 seconds' where delivery_id = any($1) and claimed_by = $2";
    private static final String NEXT =
            TURNS
                    + """
                    first as (
                        select mail.due_at from head cross join lateral (
                            select due_at from due_delivery d where d.lane = $1 and d.organization_id = head.organization_id
                            order by d.due_at limit 1) as mail)
                    select min(due_at) as next from first
                    """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Instance instance;

    DueDeliveries(UnitOfWork unitOfWork, Sql sql, Instance instance) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.instance = instance;
    }

    public Uni<List<ClaimedDelivery>> claim(Lane lane, int most) {
        return unitOfWork.acrossOrganizations(
                () -> sql.list(CLAIM, ClaimedDelivery::of, lane.text(), most, instance.id()));
    }

    /** Those that are this instance's still, as they are now: some may have been handed over. */
    public Uni<List<ClaimedDelivery>> mine(Collection<Long> ids) {
        return unitOfWork.acrossOrganizations(
                () -> sql.list(MINE, ClaimedDelivery::of, ids.toArray(Long[]::new), instance.id()));
    }

    /** Lets them come again later; what may have left already is settled when its lease ends. */
    public Uni<Integer> release(Collection<Long> ids, Duration rest) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.update(
                                RELEASE,
                                ids.toArray(Long[]::new),
                                instance.id(),
                                rest.toMillis() / 1000.0));
    }

    public Uni<Integer> renew(Collection<Long> ids) {
        return unitOfWork.acrossOrganizations(
                () -> sql.update(RENEW, ids.toArray(Long[]::new), instance.id()));
    }

    public Uni<Optional<Instant>> next(Lane lane) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        NEXT,
                                        row -> Optional.ofNullable(row.getOffsetDateTime("next")),
                                        lane.text()))
                .map(next -> next.flatMap(Function.identity()).map(OffsetDateTime::toInstant));
    }
}
