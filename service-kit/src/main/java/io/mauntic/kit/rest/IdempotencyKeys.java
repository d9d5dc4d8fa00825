package io.mauntic.kit.rest;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.timers.DueTimer;
import io.mauntic.kit.timers.TimerHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Forgets idempotency keys and the answers stored with them. */
@ApplicationScoped
class IdempotencyKeys implements TimerHandler {

    static final String KIND = "idempotency-key";

    /**
     * What integrators may rely on is a day; the second one covers a retry that was begun within
     * the first.
     */
    static final Duration KEPT = Duration.ofHours(48);

    private final Sql sql;

    IdempotencyKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> due(OrganizationId organization, List<DueTimer> due) {
        String[] keys = due.stream().map(DueTimer::subject).toArray(String[]::new);
        return sql.update(
                        "delete from idempotency_key where organization_id = $1 and key = any($2)",
                        organization.value(),
                        keys)
                .replaceWithVoid();
    }
}
