package io.mauntic.campaign.walk.domain;

import io.mauntic.campaign.campaign.domain.FieldCondition;
import io.mauntic.campaign.campaign.domain.Path;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which way a group of contacts goes on from a step.
 *
 * @param ways who goes where
 * @param failed who cannot go on, because crm knows the contact no more
 */
public record Outcome(Map<Path, List<Arrival>> ways, List<Arrival> failed) {

    public static Outcome of(Step step, List<Arrival> arrivals, Knowledge knowledge) {
        return switch (step.kind()) {
            case StepKind.Action _ -> new Outcome(Map.of(Path.NEXT, arrivals), List.of());
            case StepKind.Decision decision ->
                    fork(
                            arrivals,
                            arrival -> knowledge.answered(arrival.walker(), decision),
                            List.of());
            case FieldCondition condition -> look(condition, arrivals, knowledge.contacts());
        };
    }

    /** Only what concerns these contacts. */
    public Outcome of(Predicate<Walker> concerned) {
        Map<Path, List<Arrival>> kept = new EnumMap<>(Path.class);
        ways.forEach((path, arrivals) -> kept.put(path, keep(arrivals, concerned)));
        return new Outcome(kept, keep(failed, concerned));
    }

    private static List<Arrival> keep(List<Arrival> arrivals, Predicate<Walker> concerned) {
        return arrivals.stream().filter(arrival -> concerned.test(arrival.walker())).toList();
    }

    private static Outcome look(
            FieldCondition condition,
            List<Arrival> arrivals,
            Map<Long, Map<String, Object>> contacts) {
        Map<Boolean, List<Arrival>> known =
                arrivals.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        arrival ->
                                                contacts.containsKey(arrival.walker().contact())));
        return fork(
                known.get(true),
                arrival -> condition.holdsFor(contacts.get(arrival.walker().contact())),
                known.get(false));
    }

    private static Outcome fork(
            List<Arrival> arrivals, Predicate<Arrival> yes, List<Arrival> failed) {
        Map<Boolean, List<Arrival>> forked =
                arrivals.stream().collect(Collectors.partitioningBy(yes));
        return new Outcome(Map.of(Path.YES, forked.get(true), Path.NO, forked.get(false)), failed);
    }
}
