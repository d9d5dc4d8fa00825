package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds which groups have something due. Each is found once, however many of its timers are due: a
 * million of one organization's hide nobody else's.
 */
@ApplicationScoped
class DueTimers {

    private static final int LOOK = 500;

    private static final String OLDEST =
            "select organization_id, kind from timer where due_at <= $1 and kind = any($2) order by due_at limit "
                    + LOOK;

    // From head to head of the index: its cost follows the number of groups, not of timers.
    private static final String HEADS =
            """
            with recursive head as (
                (select organization_id, kind from timer order by organization_id, kind limit 1)
                union all
                select later.organization_id, later.kind from head cross join lateral (
                    select organization_id, kind from timer
                    where (organization_id, kind) > (head.organization_id, head.kind) order by organization_id, kind limit 1) as later)
            select organization_id, kind from head
            where kind = any($2) and exists (
                select from timer where timer.organization_id = head.organization_id and timer.kind = head.kind and due_at <= $1)
            """;

    private static final String NEXT =
            """
            select min(due_at) as next from timer where kind = any($1)
            and not exists (select from unnest($2::bigint[], $3::text[]) as waiting (organization, kind)
                where waiting.organization = timer.organization_id and waiting.kind = timer.kind)
            """;

    private final Sql sql;

    DueTimers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Every group with a timer of these kinds that is due; in a unit of work across organizations.
     */
    Uni<Collection<TimerGroup>> groups(Instant now, String[] kinds) {
        OffsetDateTime until = now.atOffset(ZoneOffset.UTC);
        return sql.list(OLDEST, TimerGroup::of, until, kinds)
                .chain(
                        oldest ->
                                oldest.size() < LOOK
                                        ? Uni.createFrom().item(new HashSet<>(oldest))
                                        : sql.list(HEADS, TimerGroup::of, until, kinds));
    }

    /** When the next timer is due, of all groups but those that wait. */
    Uni<Optional<Instant>> next(String[] kinds, Collection<TimerGroup> waiting) {
        List<TimerGroup> groups = List.copyOf(waiting);
        return sql.first(
                        NEXT,
                        row -> Optional.ofNullable(row.getOffsetDateTime("next")),
                        kinds,
                        groups.stream()
                                .map(TimerGroup::organization)
                                .map(OrganizationId::value)
                                .toArray(Long[]::new),
                        groups.stream().map(TimerGroup::kind).toArray(String[]::new))
                .map(next -> next.flatMap(Function.identity()).map(OffsetDateTime::toInstant));
    }
}
