package io.mauntic.campaign.walk.domain;

import io.mauntic.campaign.campaign.domain.StepKind.Decision;
import java.util.Map;

/**
 * What must be known to take a step.
 *
 * @param reactions to the email above the step
 * @param contacts as crm shows them now, by id; only for conditions
 */
public record Knowledge(Map<Walker, Reaction> reactions, Map<Long, Map<String, Object>> contacts) {

    public static final Knowledge NONE = new Knowledge(Map.of(), Map.of());

    boolean answered(Walker walker, Decision decision) {
        Reaction reaction = reactions.get(walker);
        return reaction != null && reaction.answers(decision);
    }
}
