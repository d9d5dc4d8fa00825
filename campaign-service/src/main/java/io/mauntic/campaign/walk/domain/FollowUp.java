package io.mauntic.campaign.walk.domain;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.Path;
import io.mauntic.campaign.campaign.domain.Schedule;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that a contact comes to next.
 *
 * @param due {@link Instant#MAX} for what waits without end
 */
public record FollowUp(String key, Walker walker, Instant due) {

    /** What contacts begin with who enter now. */
    public static List<FollowUp> entering(CampaignGraph graph, List<Walker> walkers, Instant now) {
        return graph.first().stream()
                .flatMap(
                        step ->
                                walkers.stream()
                                        .map(
                                                walker ->
                                                        new FollowUp(
                                                                step.key(),
                                                                walker,
                                                                step.schedule().dueAfter(now))))
                .toList();
    }

    /** What comes after a step that is done now. */
    public static List<FollowUp> after(
            CampaignGraph graph, Step done, Outcome outcome, Knowledge knowledge, Instant now) {
        List<FollowUp> followUps = new ArrayList<>();
        outcome.ways()
                .forEach(
                        (path, arrivals) -> {
                            for (Step next : graph.after(done.key(), path)) {
                                for (Arrival arrival : arrivals) {
                                    Instant due =
                                            due(
                                                    graph,
                                                    next,
                                                    arrival,
                                                    start(done, path, arrival, now),
                                                    knowledge,
                                                    now);
                                    followUps.add(new FollowUp(next.key(), arrival.walker(), due));
                                }
                            }
                        });
        return followUps;
    }

    /**
     * A decision without a time of its own waited for its no-path's time, which was counted from
     * when the waiting began.
     */
    private static Instant start(Step done, Path path, Arrival arrival, Instant now) {
        boolean counted =
                path == Path.NO
                        && done.kind() instanceof Decision
                        && done.schedule() instanceof Schedule.Immediate;
        return counted ? arrival.since() : now;
    }

    private static Instant due(
            CampaignGraph graph,
            Step next,
            Arrival arrival,
            Instant start,
            Knowledge knowledge,
            Instant now) {
        if (next.kind() instanceof Decision decision) {
            return knowledge.answered(arrival.walker(), decision)
                    ? now
                    : graph.waitsUntil(next, start);
        }
        return next.schedule().dueAfter(start);
    }
}
