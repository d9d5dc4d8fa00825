package io.mauntic.campaign.walk.engine;

import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The two lanes of steps: what one person did just now never waits behind what thousands wait for.
 */
@ApplicationScoped
public class StepLoops {

    private final UnitOfWork unitOfWork;
    private final RealtimeSteps realtime;
    private final BulkSteps bulk;

    StepLoops(UnitOfWork unitOfWork, RealtimeSteps realtime, BulkSteps bulk) {
        this.unitOfWork = unitOfWork;
        this.realtime = realtime;
        this.bulk = bulk;
    }

    /** Has a lane look for due steps right after the commit of the open unit of work. */
    void wakeAfterCommit(Lane lane) {
        unitOfWork.afterCommit(
                switch (lane) {
                    case REALTIME -> realtime::wake;
                    case BULK -> bulk::wake;
                });
    }

    public void wakeAfterCommit() {
        wakeAfterCommit(Lane.REALTIME);
        wakeAfterCommit(Lane.BULK);
    }
}
