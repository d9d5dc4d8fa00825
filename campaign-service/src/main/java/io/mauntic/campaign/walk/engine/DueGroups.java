package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the groups of a lane that have something due, in units of work across organizations. Each
 * is found once, however many steps are due in it: a million of one organization's hide nobody
 * else's.
 */
@ApplicationScoped
class DueGroups {

    private static final int LOOK = 1_000;
    private static final int OF_AN_ORGANIZATION = 4;

    private static final String OLDEST =
            """
            select organization_id, campaign_id, event_key from pending_step
            where lane = $1 and not held and due_at <= $2 order by due_at limit %d
            """
                    .formatted(LOOK);
    // From head to head of the index: its cost follows the number of groups, not of steps.
    private static final String HEADS =
            """
            with recursive head as (
                (select organization_id, campaign_id, event_key from pending_step
                where lane = $1 and not held order by organization_id, campaign_id, event_key limit 1)
                union all
                select later.* from head cross join lateral (
                    select organization_id, campaign_id, event_key from pending_step
                    where lane = $1 and not held
                        and (organization_id, campaign_id, event_key) > (head.organization_id, head.campaign_id, head.event_key)
                    order by organization_id, campaign_id, event_key limit 1) as later)
            select * from head where exists (
                select from pending_step p where p.lane = $1 and not p.held and p.organization_id = head.organization_id
                    and p.campaign_id = head.campaign_id and p.event_key = head.event_key and p.due_at <= $2)
            """;
    private static final String NEXT =
            """
            select min(due_at) as next from pending_step
            where lane = $1 and not held and due_at < 'infinity' and organization_id <> all($2)
            """;

    private final Sql sql;

    DueGroups(Sql sql) {
        this.sql = sql;
    }

    /** In random order, and at most four of an organization, so that the next look comes soon. */
    Uni<List<DueGroup>> due(Lane lane, Instant now) {
        OffsetDateTime until = now.atOffset(ZoneOffset.UTC);
        Function<Row, DueGroup> group = row -> group(row, lane);
        return sql.list(OLDEST, group, lane.text(), until)
                .chain(
                        oldest ->
                                oldest.size() < LOOK
                                        ? Uni.createFrom().item(new HashSet<>(oldest))
                                        : sql.list(HEADS, group, lane.text(), until))
                .map(DueGroups::fair);
    }

    /** When the next step of a lane is due, of all organizations but these. */
    Uni<Optional<Instant>> next(Lane lane, Collection<OrganizationId> waiting) {
        return sql.first(
                        NEXT,
                        row ->
                                Optional.ofNullable(row.getOffsetDateTime("next"))
                                        .map(OffsetDateTime::toInstant),
                        lane.text(),
                        waiting.stream().map(OrganizationId::value).toArray(Long[]::new))
                .map(next -> next.flatMap(Function.identity()));
    }

    private static List<DueGroup> fair(Collection<DueGroup> due) {
        List<DueGroup> shuffled = new ArrayList<>(due);
        Collections.shuffle(shuffled);
        Map<OrganizationId, Integer> taken = new HashMap<>();
        return shuffled.stream()
                .filter(
                        group ->
                                taken.merge(group.organization(), 1, Integer::sum)
                                        <= OF_AN_ORGANIZATION)
                .toList();
    }

    private static DueGroup group(Row row, Lane lane) {
        return new DueGroup(
                new OrganizationId(row.getLong("organization_id")),
                row.getLong("campaign_id"),
                row.getString("event_key"),
                lane,
                Optional.empty());
    }
}
