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

    private static final String CLAIM =
            """
            update due_delivery set due_at = now() + interval '10 seconds', claimed_by = $3
            where delivery_id in (
                select delivery_id from due_delivery where lane = $1 and due_at <= now()
                order by due_at limit $2 for update skip locked)
            returning delivery_id, organization_id, attempts, handed_over
            """;
    private static final String RENEW =
            "update due_delivery set due_at = now() + interval '10 seconds' where delivery_id = any($1) and claimed_by = $2";
    private static final String NEXT =
            "select min(due_at) as next from due_delivery where lane = $1";

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
