package io.mauntic.campaign.walk.engine;

import io.mauntic.kit.events.Lane;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Works off the due steps of the bulk lane. */
@ApplicationScoped
class BulkSteps extends DueLoop {

    private final DueSteps steps;

    BulkSteps(DueSteps steps) {
        this.steps = steps;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return steps.run(Lane.BULK);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return steps.next(Lane.BULK);
    }
}
