package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Hands due timers to their handlers, an organization and a kind at a time. */
@ApplicationScoped
public class TimerLoop extends DueLoop {

    private static final Logger LOG = Logger.getLogger(TimerLoop.class);

    private static final String GROUPS =
            "select distinct organization_id, kind from timer where due_at <= $1 and kind = any($2) limit 100";
    private static final String TAKE =
            """
            delete from timer where id in (
                select id from timer where organization_id = $1 and kind = $2 and due_at <= $3
                order by due_at limit 500 for update skip locked)
            returning subject, due_at, payload
            """;
    private static final String POSTPONE =
            """
            update timer set attempts = attempts + 1, due_at = $3::timestamptz + least(interval '1 hour', interval '1 second' * 2 ^ least(attempts, 12))
            where organization_id = $1 and kind = $2 and due_at <= $3
            """;
    private static final String NEXT = "select min(due_at) as next from timer where kind = any($1)";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Clock clock;
    private final Map<String, TimerHandler> handlers;

    TimerLoop(UnitOfWork unitOfWork, Sql sql, Clock clock, @All List<TimerHandler> handlers) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.clock = clock;
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    }

    private record Group(OrganizationId organization, String kind) {}

    @Override
    protected Uni<Integer> runBatch() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.list(
                                        GROUPS,
                                        row ->
                                                new Group(
                                                        new OrganizationId(
                                                                row.getLong("organization_id")),
                                                        row.getString("kind")),
                                        now,
                                        kinds()))
                .chain(
                        groups ->
                                Multi.createFrom()
                                        .iterable(groups)
                                        .onItem()
                                        .transformToUniAndConcatenate(group -> ring(group, now))
                                        .collect()
                                        .with(Collectors.summingInt(Integer::intValue)));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        NEXT,
                                        row -> Optional.ofNullable(row.getOffsetDateTime("next")),
                                        (Object) kinds()))
                .map(next -> next.flatMap(Function.identity()).map(OffsetDateTime::toInstant));
    }

    private Uni<Integer> ring(Group group, OffsetDateTime now) {
        return unitOfWork
                .in(group.organization(), () -> take(group, now))
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            LOG.errorf(
                                    failure,
                                    "Timers of kind %s failed and are postponed",
                                    group.kind());
                            return unitOfWork.acrossOrganizations(
                                    () ->
                                            sql.update(
                                                    POSTPONE,
                                                    group.organization().value(),
                                                    group.kind(),
                                                    now));
                        });
    }

    private Uni<Integer> take(Group group, OffsetDateTime now) {
        return sql.list(
                        TAKE,
                        row ->
                                new DueTimer(
                                        row.getString("subject"),
                                        row.getOffsetDateTime("due_at").toInstant(),
                                        row.getJsonObject("payload")),
                        group.organization().value(),
                        group.kind(),
                        now)
                .chain(
                        due ->
                                due.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : handlers.get(group.kind())
                                                .due(group.organization(), due)
                                                .replaceWith(due.size()));
    }

    private String[] kinds() {
        return handlers.keySet().toArray(String[]::new);
    }
}
