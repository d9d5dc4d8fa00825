package io.mauntic.kit.events;

import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Forgets events that Kafka itself no longer keeps. Ids sort by time, so the oldest stand at the
 * index's beginning.
 */
@ApplicationScoped
class InboxRetention extends DueLoop {

    private static final String FORGET =
            "delete from inbox where batch in (select batch from inbox where received_at < $1 order by batch limit 5000)";
    private static final String OLDEST = "select received_at from inbox order by batch limit 1";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final EventsConfig config;
    private final Clock clock;

    InboxRetention(UnitOfWork unitOfWork, Sql sql, EventsConfig config, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    @Override
    protected Uni<Integer> runBatch() {
        OffsetDateTime limit =
                clock.instant().minus(config.inboxRetention()).atOffset(ZoneOffset.UTC);
        return unitOfWork.acrossOrganizations(() -> sql.update(FORGET, limit));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork
                .acrossOrganizations(
                        () -> sql.first(OLDEST, row -> row.getOffsetDateTime("received_at")))
                .map(
                        oldest ->
                                oldest.map(OffsetDateTime::toInstant)
                                        .map(at -> at.plus(config.inboxRetention())));
    }
}
