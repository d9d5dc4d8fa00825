package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what was typed into a graph, and says everything that is wrong with it at once. */
final class GraphReader {

    static final int MOST_STEPS = 200;
    static final int MOST_SOURCES = 20;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final GraphDraft draft;
    private final List<Violation> violations = new ArrayList<>();

    GraphReader(GraphDraft draft) {
        this.draft = draft;
    }

    CampaignGraph read() {
        if (draft.events().size() > MOST_STEPS || draft.sources().size() > MOST_SOURCES) {
            throw new InvalidValues(
                    "events",
                    "A campaign has at most %d steps and %d sources."
                            .formatted(MOST_STEPS, MOST_SOURCES));
        }
        List<Source> sources = readSources();
        List<Step> steps = readSteps();
        violations.addAll(new GraphShape(draft.events()).problems());
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
        CampaignGraph graph = new CampaignGraph(sources, steps);
        refuseNoPathsWithoutTime(graph);
        return graph;
    }

    private List<Source> readSources() {
        List<Source> sources = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int at = 0; at < draft.sources().size(); at++) {
            GraphDraft.Source source = draft.sources().get(at);
            if (source == null || !"segment".equals(source.type())) {
                violation(
                        "sources[%d].type".formatted(at),
                        "Contacts come from segments: the type is \"segment\".");
            } else if (source.id() == null || source.id() <= 0) {
                violation("sources[%d].id".formatted(at), "Choose a segment.");
            } else if (seen.add(source.id())) {
                sources.add(new Source(new SegmentId(source.id())));
            }
        }
        return sources;
    }

    private List<Step> readSteps() {
        List<Step> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int at = 0; at < draft.events().size(); at++) {
            String field = "events[%d]".formatted(at);
            GraphDraft.Step step = draft.events().get(at);
            if (step == null) {
                violation(field, "This step is empty.");
                continue;
            }
            if (step.key() == null || !KEY.matcher(step.key()).matches()) {
                violation(
                        field + ".key",
                        "A step needs a key of at most 64 letters, digits, hyphens and underscores.");
            } else if (!keys.add(step.key())) {
                violation(
                        field + ".key",
                        "Two steps have the key \"%s\": each step needs one of its own."
                                .formatted(step.key()));
            }
            read(step, field).ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Step> read(GraphDraft.Step step, String field) {
        Optional<StepKind> kind = new KindReader(step, field, violations).read();
        Optional<Schedule> schedule =
                new ScheduleReader(field + ".schedule", violations).read(step.schedule());
        Optional<Path> path = Path.of(step.path());
        if (path.isEmpty()) {
            violation(field + ".path", "A path is \"yes\" or \"no\".");
        }
        return kind.flatMap(
                what ->
                        schedule.flatMap(
                                when ->
                                        path.map(
                                                way ->
                                                        new Step(
                                                                step.key(),
                                                                what,
                                                                Optional.ofNullable(step.parent()),
                                                                way,
                                                                when))));
    }

    private void refuseNoPathsWithoutTime(CampaignGraph graph) {
        for (int at = 0; at < graph.steps().size(); at++) {
            Step step = graph.steps().get(at);
            boolean waits =
                    step.kind() instanceof StepKind.Decision
                            && step.schedule() instanceof Schedule.Immediate;
            if (waits
                    && graph.after(step.key(), Path.NO).stream()
                            .map(Step::schedule)
                            .anyMatch(Schedule.Immediate.class::isInstance)) {
                violation(
                        "events[%d].schedule".formatted(at),
                        "Say how long to wait for the contact before the no path is taken, for example 3 days.");
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }

    private void violation(String field, String message) {
        violations.add(new Violation(field, Objects.requireNonNull(message)));
    }
}
