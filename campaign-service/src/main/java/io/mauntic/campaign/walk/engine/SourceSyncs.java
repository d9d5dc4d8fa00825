package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Segments whose members are still to enter a campaign, or to leave it. The table stands outside
 * the policies.
 */
@ApplicationScoped
class SourceSyncs {

    private static final String BEGIN =
            """
            insert into source_sync (organization_id, campaign_id, segment_id, leaving, due_at)
            select $1, $2, unnest($3::bigint[]), $4, $5
            on conflict (organization_id, campaign_id, segment_id)
            do update set leaving = excluded.leaving, cursor = null, due_at = excluded.due_at, attempts = 0
            """;
    private static final String STOP =
            "delete from source_sync where organization_id = $1 and campaign_id = $2 and not leaving";
    private static final String DUE =
            """
            select organization_id, campaign_id, segment_id, leaving, cursor from source_sync where due_at <= $1 order by due_at limit 1
            """;
    private static final String NEXT = "select min(due_at) as next from source_sync";
    private static final String ONE =
            """
            from source_sync where organization_id = $1 and campaign_id = $2 and segment_id = $3 and leaving = $4
                and cursor is not distinct from $5
            """;
    private static final String CLAIM = "select 1 as claimed " + ONE + " for update skip locked";
    private static final String FINISH = "delete " + ONE;
    private static final String ADVANCE =
            """
            update source_sync set cursor = $6, due_at = $7, attempts = 0
            where organization_id = $1 and campaign_id = $2 and segment_id = $3 and leaving = $4 and cursor is not distinct from $5
            """;
    private static final String POSTPONE =
            """
            update source_sync set attempts = attempts + 1, due_at = $4::timestamptz + least(interval '1 minute', interval '1 second' * 2 ^ least(attempts, 6))
            where organization_id = $1 and campaign_id = $2 and segment_id = $3
            """;

    private final Sql sql;
    private final UnitOfWork unitOfWork;
    private final SourceLoop loop;
    private final Clock clock;

    SourceSyncs(Sql sql, UnitOfWork unitOfWork, SourceLoop loop, Clock clock) {
        this.sql = sql;
        this.unitOfWork = unitOfWork;
        this.loop = loop;
        this.clock = clock;
    }

    Uni<Void> enter(OrganizationId organization, long campaign, Collection<SegmentId> segments) {
        return begin(organization, campaign, segments, false);
    }

    Uni<Void> leave(OrganizationId organization, long campaign, Collection<SegmentId> segments) {
        return begin(organization, campaign, segments, true);
    }

    Uni<Void> stopEntering(OrganizationId organization, long campaign) {
        return sql.update(STOP, organization.value(), campaign).replaceWithVoid();
    }

    /** What is due longest; needs no organization. */
    Uni<Optional<SourceSync>> due() {
        return sql.first(DUE, SourceSyncs::read, now());
    }

    /** When the next page is due; needs no organization. */
    Uni<Optional<Instant>> next() {
        return sql.first(
                        NEXT,
                        row ->
                                Optional.ofNullable(row.getOffsetDateTime("next"))
                                        .map(OffsetDateTime::toInstant))
                .map(next -> next.flatMap(Function.identity()));
    }

    /** Whether this page is still to be done and nobody else is at it. */
    Uni<Boolean> claim(SourceSync sync) {
        return sql.first(CLAIM, _ -> true, at(sync)).map(Optional::isPresent);
    }

    Uni<Void> advance(SourceSync sync, Optional<String> nextCursor) {
        Object[] place = at(sync);
        return nextCursor
                .map(
                        cursor ->
                                sql.update(
                                        ADVANCE, place[0], place[1], place[2], place[3], place[4],
                                        cursor, now()))
                .orElseGet(() -> sql.update(FINISH, place))
                .replaceWithVoid();
    }

    /** Lets a page that failed come again later; needs no organization. */
    Uni<Void> postpone(SourceSync sync) {
        return sql.update(
                        POSTPONE,
                        sync.organization().value(),
                        sync.campaign(),
                        sync.segment(),
                        now())
                .replaceWithVoid();
    }

    private Uni<Void> begin(
            OrganizationId organization,
            long campaign,
            Collection<SegmentId> segments,
            boolean leaving) {
        if (segments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        unitOfWork.afterCommit(loop::wake);
        Long[] ids = segments.stream().map(SegmentId::value).toArray(Long[]::new);
        return sql.update(BEGIN, organization.value(), campaign, ids, leaving, now())
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Object[] at(SourceSync sync) {
        return new Object[] {
            sync.organization().value(),
            sync.campaign(),
            sync.segment(),
            sync.leaving(),
            sync.cursor().orElse(null)
        };
    }

    private static SourceSync read(Row row) {
        return new SourceSync(
                new OrganizationId(Objects.requireNonNull(row.getLong("organization_id"))),
                row.getLong("campaign_id"),
                row.getLong("segment_id"),
                row.getBoolean("leaving"),
                Optional.ofNullable(row.getString("cursor")));
    }
}
