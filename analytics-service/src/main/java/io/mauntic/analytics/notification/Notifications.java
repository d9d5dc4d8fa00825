package io.mauntic.analytics.notification;

import io.mauntic.analytics.activity.ActivityLog;
import io.mauntic.analytics.activity.Notification;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What the bearer is told, and what of it they have seen. */
@ApplicationScoped
class Notifications {

    private static final String SEEN =
            """
            insert into notification_seen (organization_id, user_id, seen_until) values ($1, $2, $3)
            on conflict (organization_id, user_id) do update
            set seen_until = greatest(notification_seen.seen_until, excluded.seen_until)
            """;

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final ActivityLog log;
    private final Sql sql;

    Notifications(CurrentUser bearer, UnitOfWork unitOfWork, ActivityLog log, Sql sql) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.log = log;
        this.sql = sql;
    }

    Uni<List<Notification>> list() {
        String userId = bearer.userId();
        return unitOfWork.in(bearer.organization(), () -> log.notifications(userId));
    }

    /** The list as it was before, so that whoever opens it can tell what was new. */
    Uni<List<Notification>> see() {
        long organization = bearer.organization().value();
        String userId = bearer.userId();
        return unitOfWork.in(
                bearer.organization(),
                () ->
                        log.notifications(userId)
                                .call(
                                        told ->
                                                told.isEmpty()
                                                        ? Uni.createFrom().voidItem()
                                                        : seen(
                                                                organization,
                                                                userId,
                                                                told.getFirst().told().at())));
    }

    static long unread(List<Notification> told) {
        return told.stream().filter(Notification::unread).count();
    }

    // Not until now: what happened a moment ago may still be on its way here.
    private Uni<Integer> seen(long organization, String userId, Instant until) {
        return sql.update(SEEN, organization, userId, until.atOffset(ZoneOffset.UTC));
    }
}
