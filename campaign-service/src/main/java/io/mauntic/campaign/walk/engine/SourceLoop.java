package io.mauntic.campaign.walk.engine;

import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Has the members of segments enter campaigns, a page at a time; a page that fails comes again and
 * holds up no other.
 */
@ApplicationScoped
class SourceLoop extends DueLoop {

    private static final Logger LOG = Logger.getLogger(SourceLoop.class);

    private final UnitOfWork unitOfWork;
    private final SourceSyncs syncs;
    private final SyncSource syncSource;

    SourceLoop(UnitOfWork unitOfWork, SourceSyncs syncs, SyncSource syncSource) {
        this.unitOfWork = unitOfWork;
        this.syncs = syncs;
        this.syncSource = syncSource;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return unitOfWork
                .acrossOrganizations(syncs::due)
                .chain(
                        due ->
                                due.map(sync -> run(sync).replaceWith(1))
                                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return unitOfWork.acrossOrganizations(syncs::next);
    }

    private Uni<Void> run(SourceSync sync) {
        return syncSource
                .handle(sync)
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            LOG.warnf(
                                    failure,
                                    "Segment %d could not be read for campaign %d and is tried again",
                                    sync.segment(),
                                    sync.campaign());
                            return unitOfWork.acrossOrganizations(() -> syncs.postpone(sync));
                        });
    }
}
