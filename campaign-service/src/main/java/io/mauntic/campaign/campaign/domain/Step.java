package io.mauntic.campaign.campaign.domain;

import java.util.Optional;

/**
 * One step of a campaign.
 *
 * @param key what the rest of the campaign, and everything that contacts did in it, calls this step
 * @param parent the step before; none for a first step
 * @param path which way leads here from the parent
 * @param schedule when, counted from the parent; for a decision, how long it waits for its yes
 */
public record Step(
        String key, StepKind kind, Optional<String> parent, Path path, Schedule schedule) {

    boolean follows(String other, Path way) {
        return path == way && parent.filter(other::equals).isPresent();
    }

    GraphDraft.Step draft() {
        return new GraphDraft.Step(
                key,
                kind.type().word(),
                kind.code(),
                parent.orElse(null),
                path.word().orElse(null),
                kind.properties(),
                schedule.draft());
    }
}
