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

    // A condition must first be told how the contacts look now, which no open transaction may wait
    // for.
    private static final int NEEDS_CONTACTS = -1;

    /** Answers for how many contacts the step is done with. */
    Uni<Integer> handle(DueGroup group) {
        return inUnitOfWork(group, Optional.empty())
                .chain(done -> done == NEEDS_CONTACTS ? ask(group) : Uni.createFrom().item(done));
    }

    private Uni<Integer> ask(DueGroup group) {
        return unitOfWork
                .acrossOrganizations(() -> pending.contacts(group, clock.instant()))
                .chain(
                        contacts ->
                                crm.lookup(group.organization(), contacts)
                                        .chain(
                                                found ->
                                                        inUnitOfWork(
                                                                group.of(contacts),
                                                                Optional.of(found))));
    }

    private Uni<Integer> inUnitOfWork(
            DueGroup group, Optional<Map<Long, Map<String, Object>>> known) {
        return unitOfWork.in(
                group.organization(),
                () ->
                        campaigns
                                .keep(group.organization(), group.campaign())
                                .chain(campaign -> proceed(group, campaign, known)));
    }

    private Uni<Integer> proceed(
            DueGroup group,
            Optional<RunningCampaign> campaign,
            Optional<Map<Long, Map<String, Object>>> known) {
        Instant now = clock.instant();
        Optional<Step> step = campaign.flatMap(running -> running.graph().step(group.eventKey()));
        if (step.isEmpty()) {
            return pending.claim(group, now).map(List::size);
        }
        if (!campaign.get().published()) {
            return pending.hold(group, now);
        }
        if (step.get().kind() instanceof FieldCondition && known.isEmpty()) {
            return Uni.createFrom().item(NEEDS_CONTACTS);
        }
        Run run = new Run(group, campaign.get(), step.get(), now);
        return pending.claim(group, now)
                .call(
                        claimed ->
                                members.present(
                                                group.organization(),
                                                group.campaign(),
                                                contacts(claimed))
                                        .map(present -> present(claimed, present))
                                        .chain(
                                                arrivals ->
                                                        run(run, arrivals, known.orElse(Map.of()))))
                .map(List::size);
    }

    private static List<Arrival> present(List<Arrival> claimed, Set<Walker> present) {
        return claimed.stream().filter(arrival -> present.contains(arrival.walker())).toList();
    }

    private record Run(DueGroup group, RunningCampaign campaign, Step step, Instant now) {}

    private Uni<Void> run(Run run, List<Arrival> arrivals, Map<Long, Map<String, Object>> known) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return knowledge(run, contacts(arrivals), known)
                .chain(
                        knowledge -> {
                            Outcome outcome = Outcome.of(run.step(), arrivals, knowledge);
                            return log.note(run.group(), outcome, run.now())
                                    .map(noted -> outcome.of(noted::contains))
                                    .call(fresh -> tell(run, fresh))
                                    .chain(fresh -> follow(run, fresh, knowledge));
                        });
    }

    private Uni<Knowledge> knowledge(
            Run run, List<Long> contacts, Map<Long, Map<String, Object>> known) {
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
                                        contacts))
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

    private static List<Long> contacts(List<Arrival> arrivals) {
        return arrivals.stream().map(arrival -> arrival.walker().contact()).toList();
    }

    private static List<Walker> walkers(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::walker).toList();
    }
}
