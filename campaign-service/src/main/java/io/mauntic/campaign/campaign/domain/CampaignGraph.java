package io.mauntic.campaign.campaign.domain;

import io.mauntic.campaign.campaign.domain.StepKind.Decision;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a campaign does: its sources and its steps, checked. It may be empty; what publishing needs
 * besides is asked for separately.
 */
public record CampaignGraph(List<Source> sources, List<Step> steps) {

    public static final CampaignGraph EMPTY = new CampaignGraph(List.of(), List.of());

    /**
     * @throws InvalidValues with a violation for everything that is wrong
     */
    public static CampaignGraph of(GraphDraft draft) {
        return new GraphReader(draft).read(EMPTY);
    }

    /**
     * An edit: what is as it was before is trusted, so that a rule that was tightened keeps nobody
     * from editing.
     *
     * @throws InvalidValues with a violation for everything new that is wrong
     */
    public static CampaignGraph of(GraphDraft draft, CampaignGraph before) {
        return new GraphReader(draft).read(before);
    }

    /** As it was stored. */
    public static CampaignGraph stored(GraphDraft draft) {
        return new GraphReader(draft).trust();
    }

    public GraphDraft draft() {
        return new GraphDraft(
                sources.stream().map(Source::draft).toList(),
                steps.stream().map(Step::draft).toList());
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The steps that contacts begin with. */
    public List<Step> first() {
        return steps.stream().filter(step -> step.parent().isEmpty()).toList();
    }

    public List<Step> after(String key, Path path) {
        return steps.stream().filter(step -> step.follows(key, path)).toList();
    }

    /** The steps right after this one, on any path. */
    public List<Step> after(String key) {
        return steps.stream()
                .filter(step -> step.parent().filter(key::equals).isPresent())
                .toList();
    }

    /** All steps below this one. */
    public List<Step> below(String key) {
        return after(key).stream()
                .flatMap(step -> Stream.concat(Stream.of(step), below(step.key()).stream()))
                .toList();
    }

    /** The email that a decision is about: the nearest one above it. */
    public Optional<Step> emailAbove(Step step) {
        Optional<Step> above = step.parent().flatMap(this::step);
        return above.filter(parent -> parent.kind() instanceof StepKind.SendEmail)
                .or(() -> above.flatMap(this::emailAbove));
    }

    /** The decisions that wait for reactions to this email. */
    public List<Step> decisionsOn(String emailKey) {
        return steps.stream()
                .filter(step -> step.kind() instanceof Decision)
                .filter(
                        step ->
                                emailAbove(step)
                                        .filter(email -> email.key().equals(emailKey))
                                        .isPresent())
                .toList();
    }

    /**
     * Until when a decision waits for its yes: as long as it says itself, else as the first step of
     * its no-path says, else without end.
     *
     * @param since when it began to wait
     */
    public Instant waitsUntil(Step decision, Instant since) {
        if (!(decision.schedule() instanceof Schedule.Immediate)) {
            return decision.schedule().dueAfter(since);
        }
        return after(decision.key(), Path.NO).stream()
                .map(step -> step.schedule().dueAfter(since))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** What is still missing before the campaign can run. */
    public List<Violation> missing() {
        List<Violation> missing = new ArrayList<>();
        if (sources.isEmpty()) {
            missing.add(
                    new Violation(
                            "sources",
                            "Choose at least one segment whose contacts walk through this campaign."));
        }
        if (steps.isEmpty()) {
            missing.add(
                    new Violation(
                            "events",
                            "Add at least one step: a campaign without steps does nothing."));
        }
        return missing;
    }

    /**
     * Refuses to turn a step into another one under the same key, since contacts have done or wait
     * for the old one.
     */
    void mayReplace(CampaignGraph before) {
        List<Violation> violations = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            if (before.step(step.key())
                    .filter(old -> !old.kind().code().equals(step.kind().code()))
                    .isPresent()) {
                violations.add(
                        new Violation(
                                "events[%d].kind".formatted(at),
                                "Contacts may already have passed this step. Delete it and add the new one under another key."));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }
}
