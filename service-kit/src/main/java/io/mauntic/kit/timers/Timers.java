package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Sets and cancels timers, inside a unit of work: a timer exists when, and only when, the change
 * that asked for it does.
 */
@ApplicationScoped
public class Timers {

    private static final String SET =
            """
            insert into timer (organization_id, kind, subject, due_at, payload) values ($1, $2, $3, $4, $5)
            on conflict (organization_id, kind, subject) do update set due_at = excluded.due_at, payload = excluded.payload, attempts = 0
            """;
    private static final String CANCEL =
            "delete from timer where organization_id = $1 and kind = $2 and subject = $3";

    private final Sql sql;
    private final UnitOfWork unitOfWork;
    private final TimerLoop loop;

    Timers(Sql sql, UnitOfWork unitOfWork, TimerLoop loop) {
        this.sql = sql;
        this.unitOfWork = unitOfWork;
        this.loop = loop;
    }

    /**
     * Sets a timer; one of the same kind and subject is moved. A time that has passed is due at
     * once.
     */
    public Uni<Void> at(
            OrganizationId organization,
            String kind,
            String subject,
            Instant dueAt,
            JsonObject payload) {
        unitOfWork.afterCommit(loop::wake);
        return sql.update(
                        SET,
                        organization.value(),
                        kind,
                        subject,
                        dueAt.atOffset(ZoneOffset.UTC),
                        payload)
                .replaceWithVoid();
    }

    public Uni<Void> cancel(OrganizationId organization, String kind, String subject) {
        return sql.update(CANCEL, organization.value(), kind, subject).replaceWithVoid();
    }
}
