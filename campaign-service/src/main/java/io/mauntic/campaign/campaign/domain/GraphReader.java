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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was typed into a graph, and says everything that is wrong with it at once. */
final class GraphReader {

    static final int MOST_STEPS = 200;
    static final int MOST_SOURCES = 20;
    private static final Pattern PLACE = Pattern.compile("(events|sources)\\[(\\d+)\\]");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final GraphDraft draft;
    private final List<Violation> violations = new ArrayList<>();

    GraphReader(GraphDraft draft) {
        this.draft = draft;
    }

    /**
     * @param before what is stored; what is the same there is not held against the rules
     */
    CampaignGraph read(CampaignGraph before) {
        if (draft.events().size() > Math.max(MOST_STEPS, before.steps().size())
                || draft.sources().size() > Math.max(MOST_SOURCES, before.sources().size())) {
            throw new InvalidValues(
                    "events",
                    "A campaign has at most %d steps and %d sources."
                            .formatted(MOST_STEPS, MOST_SOURCES));
        }
        CampaignGraph graph = readAll();
        violations.addAll(new GraphShape(draft.events()).problems());
        noPathsWithoutTime(graph);
        List<Violation> news =
                violations.stream().filter(violation -> !isOld(violation, graph, before)).toList();
        if (!news.isEmpty()) {
            throw new InvalidValues(news);
        }
        return graph;
    }

    /** What was stored under rules that may have been others. */
    CampaignGraph trust() {
        CampaignGraph graph = readAll();
        if (graph.steps().size() < draft.events().size()) {
            throw new IllegalStateException("A stored step cannot be understood: " + violations);
        }
        return graph;
    }

    private CampaignGraph readAll() {
        return new CampaignGraph(readSources(), readSteps());
    }

    private boolean isOld(Violation violation, CampaignGraph graph, CampaignGraph before) {
        Matcher place = PLACE.matcher(violation.field());
        if (!place.lookingAt()) {
            return false;
        }
        int at = Integer.parseInt(place.group(2));
        if (place.group(1).equals("sources")) {
            return before.draft().sources().contains(draft.sources().get(at));
        }
        return Optional.ofNullable(draft.events().get(at))
                .map(GraphDraft.Step::key)
                .flatMap(graph::step)
                .filter(before.steps()::contains)
                .isPresent();
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

    private void noPathsWithoutTime(CampaignGraph graph) {
        for (Step step : graph.steps()) {
            boolean waits =
                    step.kind() instanceof StepKind.Decision
                            && step.schedule() instanceof Schedule.Immediate;
            if (waits
                    && graph.after(step.key(), Path.NO).stream()
                            .map(Step::schedule)
                            .anyMatch(Schedule.Immediate.class::isInstance)) {
                violation(
                        "events[%d].schedule".formatted(place(step)),
                        "Say how long to wait for the contact before the no path is taken, for example 3 days.");
            }
        }
    }

    private int place(Step step) {
        List<String> keys = draft.events().stream().map(GraphDraft.Step::key).toList();
        return keys.indexOf(step.key());
    }

    private void violation(String field, String message) {
        violations.add(new Violation(field, Objects.requireNonNull(message)));
    }
}
