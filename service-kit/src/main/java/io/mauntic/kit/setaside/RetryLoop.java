package io.mauntic.kit.setaside;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sets all of a kind going again, a batch of each organization in turn. What fails again keeps its
 * place with its new cause, and is not tried twice by the same request.
 */
@ApplicationScoped
class RetryLoop extends DueLoop {

    private static final Logger LOG = Logger.getLogger(RetryLoop.class);
    private static final int BATCH = 500;

    private static final String ASKED =
            "select organization_id, kind, up_to from set_aside_retry order by asked_at limit 100";
    private static final String NEXT =
            "select id from set_aside where organization_id = $1 and kind = $2 and id <= $3 order by id limit "
                    + BATCH;
    private static final String DONE =
            "delete from set_aside_retry where organization_id = $1 and kind = $2 and up_to = $3";
    private static final String FAILED =
            "update set_aside set id = default, cause = $3, set_aside_at = default where organization_id = $1 and id = $2";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Retries retries;

    RetryLoop(UnitOfWork unitOfWork, Sql sql, Retries retries) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.retries = retries;
    }

    private record Asked(OrganizationId organization, String kind, long upTo) {

        static Asked of(Row row) {
            return new Asked(
                    new OrganizationId(row.getLong("organization_id")),
                    row.getString("kind"),
                    row.getLong("up_to"));
        }
    }

    @Override
    protected Uni<Integer> runBatch() {
        return unitOfWork
                .acrossOrganizations(() -> sql.list(ASKED, Asked::of))
                .chain(
                        asked ->
                                Multi.createFrom()
                                        .iterable(asked)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::batch)
                                        .collect()
                                        .with(Collectors.summingInt(Integer::intValue)));
    }

    /** Whoever asks wakes it; a look now and then finds what a replica left that has died. */
    @Override
    protected Duration longestRest() {
        return Duration.ofMinutes(10);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork
                .acrossOrganizations(() -> sql.first(ASKED, Asked::of))
                .map(left -> left.map(_ -> Instant.now().plusSeconds(5)));
    }

    private Uni<Integer> batch(Asked asked) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.list(
                                        NEXT,
                                        row -> row.getLong("id"),
                                        asked.organization().value(),
                                        asked.kind(),
                                        asked.upTo()))
                .chain(ids -> ids.isEmpty() ? done(asked) : restore(asked.organization(), ids))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "A retry of %s waits", asked.kind()))
                .onFailure()
                .recoverWithItem(0);
    }

    private Uni<Integer> restore(OrganizationId organization, List<Long> ids) {
        return Halving.of(
                        ids,
                        some -> retries.some(organization, some).replaceWithVoid(),
                        (id, failure) -> failed(organization, id, failure))
                .replaceWith(ids.size());
    }

    private Uni<Void> failed(OrganizationId organization, long id, Throwable failure) {
        return unitOfWork.acrossOrganizations(
                () ->
                        sql.update(FAILED, organization.value(), id, Failures.inWords(failure))
                                .replaceWithVoid());
    }

    private Uni<Integer> done(Asked asked) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.update(
                                        DONE,
                                        asked.organization().value(),
                                        asked.kind(),
                                        asked.upTo()))
                .replaceWith(0);
    }
}
