package io.mauntic.crm.timeline;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.timers.DueTimer;
import io.mauntic.kit.timers.TimerHandler;
import io.mauntic.kit.timers.Timers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Forgets what visitors did anonymously when they were not named within {@link #KEPT}. */
@ApplicationScoped
class AnonymousRetention implements TimerHandler {

    static final Duration KEPT = Duration.ofDays(90);

    private static final int BATCH = 5_000;

    private static final String FORGET =
            """
            delete from anonymous_entry where (visitor_id, at, event_id) in (
                select visitor_id, at, event_id from anonymous_entry where at < $1 limit $2)
            """;

    private final Sql sql;
    private final Timers timers;
    private final Clock clock;

    AnonymousRetention(Sql sql, Timers timers, Clock clock) {
        this.sql = sql;
        this.timers = timers;
        this.clock = clock;
    }

    /** Has what comes in today forgotten in time; one timer a day and organization. */
    Uni<Void> arm(OrganizationId organization) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Instant dueAt = today.plus(KEPT).plus(1, ChronoUnit.DAYS);
        return timers.at(organization, kind(), today.toString(), dueAt, new JsonObject());
    }

    @Override
    public String kind() {
        return "anonymous-retention";
    }

    @Override
    public Uni<Void> due(OrganizationId organization, List<DueTimer> due) {
        return sql.update(FORGET, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), BATCH)
                .chain(gone -> gone < BATCH ? Uni.createFrom().voidItem() : due(organization, due));
    }
}
