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
                .acrossOrganizations(() -> tasks.claim(BATCH))
                .call(
                        claimed ->
                                Multi.createFrom()
                                        .iterable(claimed)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::carryOut)
                                        .collect()
                                        .last())
                .map(claimed -> claimed.size());
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork.acrossOrganizations(tasks::nextDue);
    }

    /** A failure has been logged, and the claim has said when the next attempt is due. */
    private Uni<Void> carryOut(DirectoryTask task) {
        return directory.carryOut(task).onFailure().recoverWithNull();
    }
}
