package io.mauntic.campaign.walk.engine;

import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Runs what is due in a lane, group after group; a group that fails comes again and holds up no
 * other.
 */
@ApplicationScoped
class DueSteps {

    private static final Logger LOG = Logger.getLogger(DueSteps.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);

    private final UnitOfWork unitOfWork;
    private final PendingSteps pending;
    private final RunStep runStep;
    private final Clock clock;

    DueSteps(UnitOfWork unitOfWork, PendingSteps pending, RunStep runStep, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.pending = pending;
        this.runStep = runStep;
        this.clock = clock;
    }

    Uni<Integer> run(Lane lane) {
        return unitOfWork
                .acrossOrganizations(() -> pending.due(lane, clock.instant()))
                .chain(this::run);
    }

    Uni<Optional<Instant>> next(Lane lane) {
        return unitOfWork.acrossOrganizations(() -> pending.next(lane));
    }

    private Uni<Integer> run(List<DueGroup> groups) {
        return Multi.createFrom()
                .iterable(groups)
                .onItem()
                .transformToUniAndConcatenate(
                        group -> run(group).replaceWith(group.contacts().size()))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Void> run(DueGroup group) {
        return runStep.handle(group)
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            LOG.warnf(
                                    failure,
                                    "Step %s of campaign %d failed and is tried again",
                                    group.eventKey(),
                                    group.campaign());
                            return postpone(group);
                        });
    }

    private Uni<Void> postpone(DueGroup group) {
        Instant now = clock.instant();
        return unitOfWork
                .acrossOrganizations(
                        () -> pending.postpone(group, now, now.plus(REST_AFTER_FAILURE)))
                .replaceWithVoid();
    }
}
