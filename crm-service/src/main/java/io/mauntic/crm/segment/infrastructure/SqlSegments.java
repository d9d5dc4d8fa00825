package io.mauntic.crm.segment.infrastructure;

import io.mauntic.crm.segment.application.LiveSegment;
import io.mauntic.crm.segment.application.SegmentDraft;
import io.mauntic.crm.segment.application.Segments;
import io.mauntic.crm.segment.domain.SegmentRevision;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.EditedMeanwhile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class SqlSegments implements Segments {

    private static final String ADD =
            """
            insert into segment (organization_id, name, description, filter, mentions) values ($1, $2, $3, $4, $5) returning id
            """;
    private static final String GET =
            "select version, name, description, filter from segment where id = $1 and status <> 'deleted'";
    private static final String CHANGE =
            """
            update segment set name = $2, description = $3, filter = $4, updated_at = now(), version = version + 1,
                mentions = case when $6::boolean then $5 else mentions end,
                status = case when $6::boolean then 'building' else status end,
                processed = case when $6::boolean then 0 else processed end
            where id = $1 and version = $7 and status <> 'deleted'
            """;
    private static final String DELETE =
            "update segment set status = 'deleted', updated_at = now() where id = $1 and status <> 'deleted'";
    private static final String ASK =
            """
            insert into segment_build (organization_id, segment_id) values ($1, $2)
            on conflict (segment_id) do update set position = 0, barrier = null, due_at = now()
            """;
    private static final String FILTERED =
            "select id, filter from segment where status <> 'deleted' and cardinality(mentions) > 0 order by id";
    private static final String MENTIONING =
            "select id, filter from segment where status <> 'deleted' and mentions && $1::text[] order by id";

    private final Sql sql;
    private final UnitOfWork unitOfWork;
    private final SegmentBuilds builds;

    SqlSegments(Sql sql, UnitOfWork unitOfWork, SegmentBuilds builds) {
        this.sql = sql;
        this.unitOfWork = unitOfWork;
        this.builds = builds;
    }

    @Override
    public Uni<SegmentId> add(OrganizationId organization, SegmentDraft draft) {
        return sql.number(
                        ADD,
                        organization.value(),
                        draft.name(),
                        draft.description().orElse(null),
                        StoredFilter.of(draft.tree()),
                        mentions(draft))
                .map(SegmentId::new)
                .call(segment -> ask(organization, segment));
    }

    @Override
    public Uni<Edited> get(SegmentId segment) {
        return sql.first(
                        GET,
                        row ->
                                new Edited(
                                        row.getLong("version"),
                                        SegmentDraft.stored(
                                                row.getString("name"),
                                                Optional.ofNullable(row.getString("description")),
                                                StoredFilter.tree(row))),
                        segment.value())
                .map(found -> found.orElseThrow(() -> new NotFound("segment", segment)));
    }

    @Override
    public Uni<Void> change(
            OrganizationId organization,
            SegmentId segment,
            long found,
            SegmentDraft draft,
            SegmentRevision revision) {
        boolean rebuild = revision == SegmentRevision.NEW_FILTER;
        Uni<Void> asked = rebuild ? ask(organization, segment) : Uni.createFrom().voidItem();
        // The build's row first, as the builder locks them.
        return asked.chain(
                        () ->
                                sql.update(
                                        CHANGE,
                                        segment.value(),
                                        draft.name(),
                                        draft.description().orElse(null),
                                        StoredFilter.of(draft.tree()),
                                        mentions(draft),
                                        rebuild,
                                        found))
                .chain(
                        changed ->
                                changed > 0
                                        ? Uni.createFrom().voidItem()
                                        : overtaken(segment, found));
    }

    @Override
    public Uni<Void> delete(OrganizationId organization, SegmentId segment) {
        return ask(organization, segment)
                .chain(() -> sql.update(DELETE, segment.value()))
                .invoke(deleted -> requireOne(deleted, segment))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<LiveSegment>> mentioning(Set<String> fields) {
        return sql.list(MENTIONING, StoredFilter::live, (Object) fields.toArray(String[]::new))
                .map(SqlSegments::understood);
    }

    @Override
    public Uni<List<LiveSegment>> filtered() {
        return sql.list(FILTERED, StoredFilter::live).map(SqlSegments::understood);
    }

    private static List<LiveSegment> understood(List<Optional<LiveSegment>> segments) {
        return segments.stream().flatMap(Optional::stream).toList();
    }

    private Uni<Void> overtaken(SegmentId segment, long found) {
        return get(segment)
                .invoke(
                        now -> {
                            throw EditedMeanwhile.overtaken(found, now.version());
                        })
                .replaceWithVoid();
    }

    private Uni<Void> ask(OrganizationId organization, SegmentId segment) {
        unitOfWork.afterCommit(builds::wake);
        return sql.update(ASK, organization.value(), segment.value()).replaceWithVoid();
    }

    private static void requireOne(int changed, SegmentId segment) {
        if (changed == 0) {
            throw new NotFound("segment", segment);
        }
    }

    private static String[] mentions(SegmentDraft draft) {
        return draft.filter().mentions().toArray(String[]::new);
    }
}
