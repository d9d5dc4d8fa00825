package io.mauntic.campaign.walk.engine;

import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Forgets what was noted of memberships when nothing older can come any more. */
@ApplicationScoped
class MembershipRetention extends DueLoop {

    /** Longer than Kafka keeps an event. */
    private static final Duration KEPT = Duration.ofDays(8);

    private static final int BATCH = 5_000;
    private static final String FORGET =
            "delete from membership where ctid in (select ctid from membership where noted_at < $1 order by noted_at limit "
                    + BATCH
                    + ")";
    private static final String OLDEST = "select min(noted_at) as noted_at from membership";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Clock clock;

    MembershipRetention(UnitOfWork unitOfWork, Sql sql, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    protected Uni<Integer> runBatch() {
        OffsetDateTime limit = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        return unitOfWork.acrossOrganizations(() -> sql.update(FORGET, limit));
    }

    @Override
    protected int fullBatch() {
        return BATCH;
    }

    @Override
    protected Duration longestRest() {
        return Duration.ofHours(1);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        OLDEST,
                                        row ->
                                                Optional.ofNullable(
                                                        row.getOffsetDateTime("noted_at"))))
                .map(oldest -> oldest.flatMap(at -> at).map(at -> at.toInstant().plus(KEPT)));
    }
}
