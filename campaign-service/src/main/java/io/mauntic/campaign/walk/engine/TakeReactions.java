package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.walk.domain.Reaction;
import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Notes that contacts opened or clicked an email, and has the decisions that wait for it decided at
 * once, inside a unit of work. A decision that does not wait yet finds the note when it comes to
 * it.
 */
@ApplicationScoped
public class TakeReactions {

    private final EmailLog emails;
    private final RunningCampaigns campaigns;
    private final PendingSteps pending;
    private final StepLoops loops;
    private final Clock clock;

    TakeReactions(
            EmailLog emails,
            RunningCampaigns campaigns,
            PendingSteps pending,
            StepLoops loops,
            Clock clock) {
        this.emails = emails;
        this.campaigns = campaigns;
        this.pending = pending;
        this.loops = loops;
        this.clock = clock;
    }

    /** Emails of one campaign and event. */
    private record Email(long campaign, String eventKey) {}

    public Uni<Void> handle(
            OrganizationId organization, Collection<EmailReaction> seen, Lane lane) {
        Map<Email, List<EmailReaction>> byEmail =
                seen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one ->
                                                new Email(
                                                        one.key().campaign(),
                                                        one.key().eventKey())));
        return emails.note(organization, seen)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(byEmail.entrySet())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                entry ->
                                                        advance(
                                                                organization,
                                                                entry.getKey(),
                                                                entry.getValue(),
                                                                lane))
                                        .collect()
                                        .last());
    }

    private Uni<Void> advance(
            OrganizationId organization, Email email, List<EmailReaction> seen, Lane lane) {
        return campaigns
                .find(organization, email.campaign())
                .chain(
                        campaign ->
                                Multi.createFrom()
                                        .iterable(
                                                campaign.map(
                                                                running ->
                                                                        running.graph()
                                                                                .decisionsOn(
                                                                                        email
                                                                                                .eventKey()))
                                                        .orElse(List.of()))
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                decision ->
                                                        advance(
                                                                organization,
                                                                email.campaign(),
                                                                decision,
                                                                seen,
                                                                lane))
                                        .collect()
                                        .last());
    }

    private Uni<Void> advance(
            OrganizationId organization,
            long campaign,
            Step decision,
            List<EmailReaction> seen,
            Lane lane) {
        List<Walker> answering =
                seen.stream()
                        .filter(
                                one ->
                                        new Reaction(one.opened(), one.clicked())
                                                .answers((StepKind.Decision) decision.kind()))
                        .map(one -> one.key().walker())
                        .toList();
        loops.wakeAfterCommit(lane);
        return pending.advance(
                        organization,
                        campaign,
                        List.of(decision.key()),
                        answering,
                        clock.instant(),
                        lane)
                .replaceWithVoid();
    }
}
