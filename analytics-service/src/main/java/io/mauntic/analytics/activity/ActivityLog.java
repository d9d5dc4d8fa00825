package io.mauntic.analytics.activity;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The latest that happened in an organization, kept short whatever happens. */
@ApplicationScoped
public class ActivityLog implements EventHandler {

    private static final int KEPT = 50;

    private static final String TELL =
            """
            insert into activity (organization_id, kind, subject, hour, at, name, amount, failed)
            select $1, told.*
            from unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::bigint[], $8::bigint[]) told
            on conflict (organization_id, kind, subject, hour) do update
            set at = greatest(activity.at, excluded.at), name = excluded.name, failed = excluded.failed,
                amount = case when activity.kind = any($9) then activity.amount + excluded.amount else excluded.amount end
            """;

    // Apart for those that add up: however many mails go out, what finished stays to be read.
    private static final String FORGET =
            """
            delete from activity where kind = any($1)
            and at < (select at from activity where kind = any($1) order by at desc offset $2 limit 1)
            """;

    private static final String[] ADDING_UP = kinds(ActivityKind::addsUp);
    private static final String[] SINGLE = kinds(kind -> !kind.addsUp());

    private static final String NOTIFICATIONS =
            """
            select activity.*, at > coalesce((select seen_until from notification_seen where user_id = $2), '-infinity') unread
            from activity where kind = any($1) order by at desc, kind, subject limit $3
            """;

    private record Line(ActivityKind kind, long subject, Instant hour) {}

    private final Sql sql;

    ActivityLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> types() {
        return Stream.of(ActivityKind.values())
                .map(ActivityKind::eventType)
                .collect(Collectors.toSet());
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        Map<Line, Activity> lines =
                new TreeMap<>(
                        Comparator.comparing(Line::kind)
                                .thenComparing(Line::subject)
                                .thenComparing(Line::hour));
        events.stream()
                .flatMap(event -> Activity.of(event).stream())
                .forEach(told -> lines.merge(line(told), told, Activity::and));
        return lines.isEmpty() ? Uni.createFrom().voidItem() : tell(organization, lines.values());
    }

    public Uni<List<Activity>> latest(int limit) {
        return sql.list(
                "select * from activity order by at desc, kind limit $1",
                ActivityLog::activity,
                limit);
    }

    /** What finished or needs somebody, the latest first, with what {@code userId} has not seen. */
    public Uni<List<Notification>> notifications(String userId) {
        return sql.list(
                NOTIFICATIONS,
                row -> new Notification(activity(row), row.getBoolean("unread")),
                SINGLE,
                userId,
                KEPT);
    }

    private Uni<Void> tell(OrganizationId organization, Collection<Activity> told) {
        return sql.update(
                        TELL,
                        organization.value(),
                        told.stream().map(line -> line.kind().name()).toArray(String[]::new),
                        told.stream().map(Activity::subject).toArray(Long[]::new),
                        told.stream()
                                .map(line -> utc(line(line).hour()))
                                .toArray(OffsetDateTime[]::new),
                        told.stream().map(line -> utc(line.at())).toArray(OffsetDateTime[]::new),
                        told.stream().map(Activity::name).toArray(String[]::new),
                        told.stream().map(Activity::amount).toArray(Long[]::new),
                        told.stream().map(Activity::failed).toArray(Long[]::new),
                        ADDING_UP)
                .chain(() -> sql.update(FORGET, ADDING_UP, KEPT))
                .chain(() -> sql.update(FORGET, SINGLE, KEPT))
                .replaceWithVoid();
    }

    private static String[] kinds(Predicate<ActivityKind> wanted) {
        return Stream.of(ActivityKind.values())
                .filter(wanted)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static Line line(Activity told) {
        return new Line(told.kind(), told.subject(), told.at().truncatedTo(ChronoUnit.HOURS));
    }

    private static Activity activity(Row row) {
        return new Activity(
                ActivityKind.valueOf(row.getString("kind")),
                row.getLong("subject"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("name"),
                row.getLong("amount"),
                row.getLong("failed"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
