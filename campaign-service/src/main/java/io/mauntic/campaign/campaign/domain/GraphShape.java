package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether steps hang together as trees: no orphans, no loops, paths where paths fork, decisions
 * below what they are about.
 */
final class GraphShape {

    static final int DEEPEST = 50;

    private final List<GraphDraft.Step> steps;
    private final Map<String, GraphDraft.Step> byKey = new HashMap<>();
    private final List<Violation> problems = new ArrayList<>();

    GraphShape(List<GraphDraft.Step> steps) {
        this.steps = steps;
        steps.stream()
                .filter(step -> step != null && step.key() != null)
                .forEach(step -> byKey.putIfAbsent(step.key(), step));
    }

    List<Violation> problems() {
        for (int at = 0; at < steps.size(); at++) {
            if (steps.get(at) != null) {
                check(steps.get(at), "events[%d]".formatted(at));
            }
        }
        return problems;
    }

    private void check(GraphDraft.Step step, String field) {
        GraphDraft.Step parent = byKey.get(step.parent());
        if (step.parent() != null && parent == null) {
            problem(
                    field + ".parent",
                    "The step before this one, \"%s\", is not part of the campaign."
                            .formatted(step.parent()));
            return;
        }
        checkPath(step, parent, field);
        switch (walkUp(step)) {
            case LOOP ->
                    problem(
                            field + ".parent",
                            "This step comes after itself: contacts would walk in a circle.");
            case TOO_DEEP ->
                    problem(
                            field + ".parent",
                            "More than %d steps follow one another here.".formatted(DEEPEST));
            case NO_EMAIL ->
                    problem(
                            field + ".parent",
                            "There is nothing to open or click here: put this step below the email it is about.");
            case FINE -> {}
        }
    }

    private void checkPath(GraphDraft.Step step, GraphDraft.Step parent, String field) {
        boolean forks = parent != null && parent.kind() != null && !isAction(parent);
        if (forks && step.path() == null) {
            problem(
                    field + ".path",
                    "Say on which path of \"%s\" this step lies: yes or no."
                            .formatted(parent.key()));
        } else if (!forks && step.path() != null) {
            problem(field + ".path", "Only decisions and conditions have a yes and a no path.");
        }
    }

    private Climb walkUp(GraphDraft.Step step) {
        Set<String> seen = new HashSet<>();
        boolean email = !isDecision(step);
        for (GraphDraft.Step at = byKey.get(step.parent());
                at != null;
                at = byKey.get(at.parent())) {
            if (at.key().equals(step.key()) || !seen.add(at.key())) {
                return at.key().equals(step.key()) ? Climb.LOOP : Climb.FINE;
            }
            if (seen.size() > DEEPEST) {
                return Climb.TOO_DEEP;
            }
            email |= "email.send".equals(at.kind());
        }
        return email ? Climb.FINE : Climb.NO_EMAIL;
    }

    private static boolean isDecision(GraphDraft.Step step) {
        return "email.open".equals(step.kind()) || "email.click".equals(step.kind());
    }

    private static boolean isAction(GraphDraft.Step step) {
        return !isDecision(step) && !"contact.field".equals(step.kind());
    }

    private void problem(String field, String message) {
        problems.add(new Violation(field, message));
    }

    private enum Climb {
        FINE,
        LOOP,
        TOO_DEEP,
        NO_EMAIL
    }
}
