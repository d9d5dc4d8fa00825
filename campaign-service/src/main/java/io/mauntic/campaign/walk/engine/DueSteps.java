package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Transience;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Halving;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Runs what is due in a lane, a batch of each group in turn. A batch that fails is halved until the
 * step at fault stands alone ({@link FailedSteps}); for what passes by itself, that organization
 * waits, and nobody else.
 */
@ApplicationScoped
class DueSteps {

    private static final Logger LOG = Logger.getLogger(DueSteps.class);

    private final UnitOfWork unitOfWork;
    private final DueGroups groups;
    private final PendingSteps pending;
    private final RunStep runStep;
    private final FailedSteps failedSteps;
    private final Clock clock;
    private final Map<OrganizationId, Instant> waiting = new ConcurrentHashMap<>();

    DueSteps(
            UnitOfWork unitOfWork,
            DueGroups groups,
            PendingSteps pending,
            RunStep runStep,
            FailedSteps failedSteps,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.groups = groups;
        this.pending = pending;
        this.runStep = runStep;
        this.failedSteps = failedSteps;
        this.clock = clock;
    }

    Uni<Integer> run(Lane lane) {
        Instant now = clock.instant();
        waiting.values().removeIf(until -> !until.isAfter(now));
        return unitOfWork
                .acrossOrganizations(() -> groups.due(lane, now))
                .chain(
                        due ->
                                Multi.createFrom()
                                        .iterable(due)
                                        .filter(group -> !waiting.containsKey(group.organization()))
                                        .onItem()
                                        .transformToUniAndConcatenate(this::run)
                                        .collect()
                                        .with(Collectors.summingInt(Integer::intValue)));
    }

    Uni<Optional<Instant>> next(Lane lane) {
        return unitOfWork
                .acrossOrganizations(() -> groups.next(lane, waiting.keySet()))
                .map(
                        next ->
                                Stream.concat(next.stream(), waiting.values().stream())
                                        .min(Instant::compareTo));
    }

    private Uni<Integer> run(DueGroup group) {
        return runStep.handle(group)
                .onFailure(failure -> !Transience.isTransient(failure))
                .recoverWithUni(failure -> halve(group, failure))
                .onFailure()
                .recoverWithItem(failure -> rest(group, failure));
    }

    private Uni<Integer> halve(DueGroup group, Throwable failure) {
        LOG.warnf(
                failure,
                "Step %s of campaign %d failed; each half is tried alone",
                group.eventKey(),
                group.campaign());
        return unitOfWork
                .acrossOrganizations(() -> pending.contacts(group, clock.instant()))
                .call(
                        contacts ->
                                Halving.of(
                                        contacts,
                                        some -> runStep.handle(group.of(some)).replaceWithVoid(),
                                        (contact, alone) ->
                                                failedSteps.failed(group, contact, alone)))
                .map(List::size);
    }

    private int rest(DueGroup group, Throwable failure) {
        LOG.warnf(failure, "The steps of organization %s wait", group.organization());
        waiting.put(group.organization(), clock.instant().plus(Attempts.STANDARD.passing()));
        return 0;
    }
}
