package io.mauntic.kit.timers;

import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.Transience;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Halving;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Hands due timers to their handlers, a batch of each organization and kind in turn. A batch that
 * fails is halved until the timer at fault stands alone ({@link FailedTimers}); for what passes by
 * itself, that organization and kind waits.
 */
@ApplicationScoped
public class TimerLoop extends DueLoop {

    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final int BATCH = 500;

    private static final String DUE =
            """
            select id from timer where organization_id = $1 and kind = $2 and due_at <= $3
            order by due_at limit %d for update skip locked
            """
                    .formatted(BATCH);
    private static final String THESE =
            "select id from timer where id = any($1) for update skip locked";
    private static final String TAKE =
            "delete from timer where id in (%s) returning subject, due_at, payload";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final DueTimers dueTimers;
    private final FailedTimers failedTimers;
    private final Clock clock;
    private final Map<String, TimerHandler> handlers;
    private final Map<TimerGroup, Instant> waiting = new ConcurrentHashMap<>();

    TimerLoop(
            UnitOfWork unitOfWork,
            Sql sql,
            DueTimers dueTimers,
            FailedTimers failedTimers,
            Clock clock,
            @All List<TimerHandler> handlers) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.dueTimers = dueTimers;
        this.failedTimers = failedTimers;
        this.clock = clock;
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    }

    @Override
    protected Uni<Integer> runBatch() {
        Instant now = clock.instant();
        waiting.values().removeIf(until -> !until.isAfter(now));
        return unitOfWork
                .acrossOrganizations(() -> dueTimers.groups(now, kinds()))
                .chain(
                        groups ->
                                Multi.createFrom()
                                        .iterable(groups)
                                        .filter(group -> !waiting.containsKey(group))
                                        .onItem()
                                        .transformToUniAndConcatenate(group -> ring(group, now))
                                        .collect()
                                        .with(Collectors.summingInt(Integer::intValue)));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork
                .acrossOrganizations(() -> dueTimers.next(kinds(), waiting.keySet()))
                .map(
                        next ->
                                Stream.concat(next.stream(), waiting.values().stream())
                                        .min(Instant::compareTo));
    }

    private Uni<Integer> ring(TimerGroup group, Instant now) {
        Object[] due = {group.organization().value(), group.kind(), now.atOffset(ZoneOffset.UTC)};
        return hand(group, DUE, due)
                .onFailure(failure -> !Transience.isTransient(failure))
                .recoverWithUni(_ -> halve(group, due))
                .onFailure()
                .recoverWithItem(failure -> rest(group, failure));
    }

    private Uni<Integer> halve(TimerGroup group, Object[] due) {
        return unitOfWork
                .acrossOrganizations(() -> sql.list(DUE, row -> row.getLong("id"), due))
                .call(
                        ids ->
                                Halving.of(
                                        ids,
                                        some ->
                                                hand(
                                                                group,
                                                                THESE,
                                                                (Object) some.toArray(Long[]::new))
                                                        .replaceWithVoid(),
                                        (id, failure) ->
                                                failedTimers.failed(
                                                        group.organization(), id, failure)))
                .map(List::size);
    }

    private Uni<Integer> hand(TimerGroup group, String which, Object... parameters) {
        return unitOfWork.in(
                group.organization(),
                () ->
                        sql.list(TAKE.formatted(which), TimerLoop::timer, parameters)
                                .call(
                                        due ->
                                                due.isEmpty()
                                                        ? Uni.createFrom().voidItem()
                                                        : handlers.get(group.kind())
                                                                .due(group.organization(), due))
                                .map(List::size));
    }

    private int rest(TimerGroup group, Throwable failure) {
        LOG.warnf(failure, "Timers of %s wait", group);
        waiting.put(group, clock.instant().plus(Attempts.STANDARD.passing()));
        return 0;
    }

    private static DueTimer timer(Row row) {
        return new DueTimer(
                row.getString("subject"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getJsonObject("payload"));
    }

    private String[] kinds() {
        return handlers.keySet().toArray(String[]::new);
    }
}
