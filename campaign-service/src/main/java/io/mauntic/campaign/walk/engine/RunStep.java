package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.campaign.domain.FieldCondition;
import io.mauntic.campaign.campaign.domain.Path;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.clients.Crm;
import io.mauntic.campaign.walk.domain.Arrival;
import io.mauntic.campaign.walk.domain.FollowUp;
import io.mauntic.campaign.walk.domain.Knowledge;
import io.mauntic.campaign.walk.domain.Outcome;
import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Does one step for all contacts for whom it is due: claim, log, requests and follow-ups commit as
 * one.
 */
@ApplicationScoped
class RunStep {

    private final UnitOfWork unitOfWork;
    private final RunningCampaigns campaigns;
    private final Members members;
    private final PendingSteps pending;
    private final WalkLog log;
    private final WalkEvents events;
    private final Crm crm;
    private final StepLoops loops;
    private final Clock clock;

    RunStep(
            UnitOfWork unitOfWork,
            RunningCampaigns campaigns,
            Members members,
            PendingSteps pending,
            WalkLog log,
            WalkEvents events,
            Crm crm,
            StepLoops loops,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.campaigns = campaigns;
        this.members = members;
        this.pending = pending;
        this.log = log;
        this.events = events;
        this.crm = crm;
        this.loops = loops;
        this.clock = clock;
    }

    /**
     * Whether a condition must first be told how the contacts look now, which no open transaction
     * may wait for.
     */
    private enum Progress {
        DONE,
        NEEDS_CONTACTS
    }

    Uni<Void> handle(DueGroup group) {
        return inUnitOfWork(group, Optional.empty())
                .chain(
                        progress ->
                                progress == Progress.DONE
                                        ? Uni.createFrom().voidItem()
                                        : crm.lookup(group.organization(), group.contacts())
                                                .chain(
                                                        found ->
                                                                inUnitOfWork(
                                                                        group, Optional.of(found)))
                                                .replaceWithVoid());
    }

    private Uni<Progress> inUnitOfWork(
            DueGroup group, Optional<Map<Long, Map<String, Object>>> known) {
        return unitOfWork.in(
                group.organization(),
                () ->
                        campaigns
                                .keep(group.organization(), group.campaign())
                                .chain(campaign -> proceed(group, campaign, known)));
    }

    private Uni<Progress> proceed(
            DueGroup group,
            Optional<RunningCampaign> campaign,
            Optional<Map<Long, Map<String, Object>>> known) {
        Instant now = clock.instant();
        Optional<Step> step = campaign.flatMap(running -> running.graph().step(group.eventKey()));
        if (step.isEmpty()) {
            return pending.claim(group, now).replaceWith(Progress.DONE);
        }
        if (!campaign.get().published()) {
            return pending.hold(group, now).replaceWith(Progress.DONE);
        }
        if (step.get().kind() instanceof FieldCondition && known.isEmpty()) {
            return Uni.createFrom().item(Progress.NEEDS_CONTACTS);
        }
        return members.present(group.organization(), group.campaign(), group.contacts())
                .chain(
                        present ->
                                pending.claim(group, now).map(claimed -> present(claimed, present)))
                .chain(
                        arrivals ->
                                run(
                                        new Run(group, campaign.get(), step.get(), now),
                                        arrivals,
                                        known.orElse(Map.of())))
                .replaceWith(Progress.DONE);
    }

    private static List<Arrival> present(List<Arrival> claimed, Set<Walker> present) {
        return claimed.stream().filter(arrival -> present.contains(arrival.walker())).toList();
    }

    private record Run(DueGroup group, RunningCampaign campaign, Step step, Instant now) {}

    private Uni<Void> run(Run run, List<Arrival> arrivals, Map<Long, Map<String, Object>> known) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return knowledge(run, known)
                .chain(
                        knowledge -> {
                            Outcome outcome = Outcome.of(run.step(), arrivals, knowledge);
                            return log.note(run.group(), outcome, run.now())
                                    .map(noted -> outcome.of(noted::contains))
                                    .call(fresh -> tell(run, fresh))
                                    .chain(fresh -> follow(run, fresh, knowledge));
                        });
    }

    private Uni<Knowledge> knowledge(Run run, Map<Long, Map<String, Object>> known) {
        boolean asks =
                run.step().kind() instanceof StepKind.Decision
                        || run.campaign().graph().after(run.step().key()).stream()
                                .anyMatch(step -> step.kind() instanceof StepKind.Decision);
        Optional<Step> email =
                asks ? run.campaign().graph().emailAbove(run.step()) : Optional.empty();
        return email.map(
                        above ->
                                log.reactions(
                                        run.group().organization(),
                                        run.group().campaign(),
                                        above.key(),
                                        run.group().contacts()))
                .orElseGet(() -> Uni.createFrom().item(Map.of()))
                .map(reactions -> new Knowledge(reactions, known));
    }

    private Uni<Void> tell(Run run, Outcome outcome) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Map.Entry<Path, List<Arrival>> way : outcome.ways().entrySet()) {
            List<Walker> walkers = walkers(way.getValue());
            told =
                    told.chain(() -> events.request(run.group(), run.step(), walkers))
                            .chain(
                                    () ->
                                            events.executed(
                                                    run.group(),
                                                    run.campaign(),
                                                    run.step(),
                                                    way.getKey(),
                                                    walkers));
        }
        WalkEvents.Failure failure =
                new WalkEvents.Failure(
                        run.step().key(), run.step().kind().code(), WalkLog.UNKNOWN_CONTACT);
        return told.chain(
                () ->
                        events.failed(
                                run.group().organization(),
                                run.group().lane(),
                                run.campaign(),
                                failure,
                                walkers(outcome.failed())));
    }

    private Uni<Void> follow(Run run, Outcome outcome, Knowledge knowledge) {
        List<FollowUp> followUps =
                FollowUp.after(run.campaign().graph(), run.step(), outcome, knowledge, run.now());
        loops.wakeAfterCommit(run.group().lane());
        return pending.add(
                        run.group().organization(),
                        run.group().campaign(),
                        run.group().lane(),
                        followUps,
                        run.now())
                .replaceWithVoid();
    }

    private static List<Walker> walkers(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::walker).toList();
    }
}
