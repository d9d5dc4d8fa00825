package io.mauntic.kit.database;

import io.mauntic.kernel.OrganizationId;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.common.runtime.SessionOperations;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one door to the database: a transaction that sees the rows of one organization and no others.
 * The database itself enforces it (row-level security); this class only tells it whose transaction
 * it is, before any other statement.
 */
@ApplicationScoped
public class UnitOfWork {

    private static final String OPEN = UnitOfWork.class.getName();

    private static final String BACKGROUND =
            "select set_config('mauntic.organization_id', $1, true)";
    // Who waits in front of a page gets an answer or a refusal; a batch has the pool's time.
    private static final String ASKED =
            """
            select set_config('mauntic.organization_id', $1, true), set_config('statement_timeout', $2, true),
                set_config('lock_timeout', $3, true), pg_backend_pid() as backend
            """;

    private final FreshContext freshContext;
    private final Sql sql;
    private final Abandoned abandoned;
    private final String statementTimeout;
    private final String lockTimeout;

    UnitOfWork(
            FreshContext freshContext,
            Sql sql,
            Abandoned abandoned,
            @ConfigProperty(name = "mauntic.request.statement-timeout") Duration statementTimeout,
            @ConfigProperty(name = "mauntic.request.lock-timeout") Duration lockTimeout) {
        this.freshContext = freshContext;
        this.sql = sql;
        this.abandoned = abandoned;
        this.statementTimeout = Long.toString(statementTimeout.toMillis());
        this.lockTimeout = Long.toString(lockTimeout.toMillis());
    }

    /**
     * Runs work in one transaction of an organization: commits when the work's outcome arrives,
     * rolls back when it fails. Inside an open unit of work of the same organization it joins that
     * one.
     *
     * @throws IllegalStateException (as the outcome) inside a unit of work of another organization
     */
    public <T> Uni<T> in(OrganizationId organization, Supplier<Uni<T>> work) {
        return open(Optional.of(organization), work);
    }

    /**
     * Runs work in one transaction of no organization: it reaches only the tables that stand
     * outside the policies.
     */
    public <T> Uni<T> acrossOrganizations(Supplier<Uni<T>> work) {
        return open(Optional.empty(), work);
    }

    /**
     * Runs an action once after the open unit of work has committed, and never when it rolls back.
     * The same action given twice runs once.
     *
     * @throws IllegalStateException outside a unit of work
     */
    public void afterCommit(Runnable action) {
        opened().afterCommit(action);
    }

    /**
     * Does something once at the end of the open unit of work, in its transaction: what many steps
     * of the unit ask for is done for all of them at once.
     *
     * @throws IllegalStateException outside a unit of work
     */
    public void beforeCommit(Supplier<Uni<Void>> last) {
        opened().beforeCommit(last);
    }

    /**
     * Has this run before each statement of the open unit of work that appends to the outbox, so
     * that the order of events is the order in which they were told.
     */
    public void beforeAppending(Supplier<Uni<Void>> written) {
        opened().beforeAppending(written);
    }

    /**
     * What of this kind belongs to the open unit of work alone; made when it is asked for first.
     *
     * @throws IllegalStateException outside a unit of work
     */
    public <T> T attached(Class<T> kind, Supplier<T> made) {
        return opened().attached(kind, made);
    }

    private <T> Uni<T> open(Optional<OrganizationId> organization, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            OpenUnit unit = current();
                            if (unit == null) {
                                OpenUnit opened = new OpenUnit(organization);
                                return freshContext
                                        .run(() -> begin(opened, work))
                                        .onCancellation()
                                        .invoke(() -> abandoned.cancel(opened));
                            }
                            if (!Objects.equals(unit.organization(), organization)) {
                                return Uni.createFrom()
                                        .failure(
                                                new IllegalStateException(
                                                        "A unit of work for %s cannot open inside one for %s"
                                                                .formatted(
                                                                        new OpenUnit(organization),
                                                                        unit)));
                            }
                            return work.get();
                        });
    }

    private <T> Uni<T> begin(OpenUnit unit, Supplier<Uni<T>> work) {
        Context context = Vertx.currentContext();
        context.putLocal(OPEN, unit);
        return SessionOperations.withTransaction(
                        () -> enter(unit).chain(work::get).call(unit::finish))
                .onTermination()
                .invoke(
                        () -> {
                            unit.ended();
                            context.removeLocal(OPEN);
                        })
                .invoke(unit::committed);
    }

    private Uni<Void> enter(OpenUnit unit) {
        return unit.organization()
                .map(
                        id ->
                                isAsked()
                                        ? asked(unit, id)
                                        : sql.update(BACKGROUND, id.toString()).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> asked(OpenUnit unit, OrganizationId organization) {
        return sql.first(
                        ASKED,
                        row -> row.getInteger("backend"),
                        organization.toString(),
                        statementTimeout,
                        lockTimeout)
                .invoke(backend -> backend.ifPresent(unit::on))
                .replaceWithVoid();
    }

    private static boolean isAsked() {
        return Arc.container().requestContext().isActive()
                && Arc.container().instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }

    private static OpenUnit opened() {
        OpenUnit unit = current();
        if (unit == null) {
            throw new IllegalStateException("No unit of work is open");
        }
        return unit;
    }

    static OpenUnit current() {
        return VertxContext.isOnDuplicatedContext() ? Vertx.currentContext().getLocal(OPEN) : null;
    }
}
