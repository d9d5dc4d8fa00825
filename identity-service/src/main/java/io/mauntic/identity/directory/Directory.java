package io.mauntic.identity.directory;

import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Carries what is noted in {@link DirectoryTasks} to Keycloak. The row and the note commit
 * together; whoever made the change waits here for Keycloak to know it, and {@link DirectoryLoop}
 * heals what a crash or an absent Keycloak left behind.
 */
@ApplicationScoped
public class Directory {

    private static final Logger LOG = Logger.getLogger(Directory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration TURN = Duration.ofMillis(50);

    private final UnitOfWork unitOfWork;
    private final DirectoryTasks tasks;
    private final Map<DirectoryKind, DirectorySync> syncs;

    Directory(UnitOfWork unitOfWork, DirectoryTasks tasks, @All List<DirectorySync> syncs) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.syncs =
                syncs.stream().collect(Collectors.toMap(DirectorySync::kind, Function.identity()));
    }

    /**
     * Outside a unit of work, after the commit of a change: has Keycloak know it now, or soon if it
     * does not answer.
     *
     * @throws DomainException (as the outcome) if Keycloak will never take it; the change is undone
     *     then
     */
    public Uni<Void> settle(OrganizationId organization, DirectoryKind kind, long id) {
        return waitFor(new DirectoryTasks.Subject(organization, kind, id))
                // Nobody's patience ends the work, or its lease would be held for nothing.
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(() -> Uni.createFrom().voidItem())
                .onFailure(failure -> !(failure instanceof DomainException))
                .recoverWithNull();
    }

    /** While another one carries the row to Keycloak, this one waits for its turn. */
    private Uni<Void> waitFor(DirectoryTasks.Subject subject) {
        return carryOut(subject)
                .chain(
                        carried ->
                                carried
                                        ? Uni.createFrom().item(false)
                                        : unitOfWork.acrossOrganizations(
                                                () -> tasks.isNoted(subject)))
                .chain(
                        busy ->
                                busy
                                        ? Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(TURN)
                                                .chain(() -> waitFor(subject))
                                        : Uni.createFrom().voidItem());
    }

    /** Whether there was something to do that nobody else does now. */
    Uni<Boolean> carryOut(DirectoryTasks.Subject subject) {
        return unitOfWork
                .acrossOrganizations(() -> tasks.take(subject))
                .chain(
                        task ->
                                task.map(taken -> carryOut(taken).replaceWith(true))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> carryOut(DirectoryTask task) {
        return syncs.get(task.kind())
                .carryOut(task)
                .onFailure(failure -> !(failure instanceof EmailTaken))
                .call(failure -> goOnLater(task, failure));
    }

    private Uni<Void> goOnLater(DirectoryTask task, Throwable failure) {
        LOG.warnf(
                "Keycloak did not take %s %d of organization %s, which is tried again: %s",
                task.kind(), task.id(), task.organization(), failure);
        return unitOfWork.acrossOrganizations(() -> tasks.giveBack(task));
    }
}
