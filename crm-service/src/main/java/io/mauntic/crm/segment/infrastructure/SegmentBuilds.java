package io.mauntic.crm.segment.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Builds new and edited segments in the background and empties deleted ones, a batch of each in
 * turn, so that a large one does not keep the others waiting. A batch and its place are one
 * transaction: after a crash the next batch goes on where the last one ended.
 */
@ApplicationScoped
public class SegmentBuilds extends DueLoop {

    private static final Logger LOG = Logger.getLogger(SegmentBuilds.class);

    private static final String DUE =
            "select organization_id, segment_id from segment_build where due_at <= now() order by due_at limit 10";
    private static final String NEXT = "select min(due_at) as next from segment_build";
    private static final String POSTPONE =
            "update segment_build set due_at = now() + interval '5 seconds' where segment_id = $1";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final SegmentBuildBatch batch;

    SegmentBuilds(UnitOfWork unitOfWork, Sql sql, SegmentBuildBatch batch) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.batch = batch;
    }

    private record Due(OrganizationId organization, SegmentId segment) {}

    @Override
    protected Uni<Integer> runBatch() {
        return unitOfWork
                .acrossOrganizations(this::due)
                .chain(
                        builds ->
                                Multi.createFrom()
                                        .iterable(builds)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::advance)
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
                                        row -> Optional.ofNullable(row.getOffsetDateTime("next"))))
                .map(next -> next.flatMap(Function.identity()).map(OffsetDateTime::toInstant));
    }

    private Uni<List<Due>> due() {
        return sql.list(
                DUE,
                row ->
                        new Due(
                                new OrganizationId(row.getLong("organization_id")),
                                new SegmentId(row.getLong("segment_id"))));
    }

    private Uni<Integer> advance(Due due) {
        return unitOfWork
                .in(due.organization(), () -> batch.run(due.organization(), due.segment()))
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            LOG.warnf(
                                    failure,
                                    "Segment %s was not built any further and is tried again",
                                    due.segment());
                            return unitOfWork
                                    .acrossOrganizations(
                                            () -> sql.update(POSTPONE, due.segment().value()))
                                    .replaceWith(0);
                        });
    }
}
