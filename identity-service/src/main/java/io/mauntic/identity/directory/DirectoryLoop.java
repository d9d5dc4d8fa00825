package io.mauntic.identity.directory;

import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Carries to Keycloak what nobody waited for: after a crash, or when Keycloak was away. */
@ApplicationScoped
public class DirectoryLoop extends DueLoop {

    private static final int BATCH = 20;

    private final UnitOfWork unitOfWork;
    private final DirectoryTasks tasks;
    private final Directory directory;

    DirectoryLoop(UnitOfWork unitOfWork, DirectoryTasks tasks, Directory directory) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.directory = directory;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return unitOfWork
                .acrossOrganizations(() -> tasks.due(BATCH))
                .call(
                        due ->
                                Multi.createFrom()
                                        .iterable(due)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::carryOut)
                                        .collect()
                                        .last())
                .map(due -> due.size());
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork.acrossOrganizations(tasks::nextDue);
    }

    /** A failure has been logged, and it is known when the next attempt is due. */
    private Uni<Boolean> carryOut(DirectoryTasks.Subject due) {
        return directory.carryOut(due).onFailure().recoverWithItem(false);
    }
}
