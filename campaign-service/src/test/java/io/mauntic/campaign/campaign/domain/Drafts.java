package io.mauntic.campaign.campaign.domain;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.util.List;
import java.util.Map;

/** Campaigns as marketers type them. */
public final class Drafts {

    private Drafts() {}

    public static GraphDraft of(GraphDraft.Step... steps) {
        return new GraphDraft(List.of(new GraphDraft.Source("segment", 7L)), List.of(steps));
    }

    public static GraphDraft.Step mail(String key) {
        return step(key, "action", "email.send", Map.of("emailId", 101));
    }

    public static GraphDraft.Step tag(String key) {
        return step(key, "action", "contact.tags", Map.of("add", List.of("x")));
    }

    public static GraphDraft.Step opened(String key) {
        return step(key, "decision", "email.open", Map.of());
    }

    public static GraphDraft.Step step(
            String key, String type, String kind, Map<String, Object> properties) {
        return new GraphDraft.Step(key, type, kind, null, null, properties, null);
    }

    public static GraphDraft.Step below(GraphDraft.Step step, String parent, String path) {
        return new GraphDraft.Step(
                step.key(),
                step.type(),
                step.kind(),
                parent,
                path,
                step.properties(),
                step.schedule());
    }

    public static GraphDraft.Step after(GraphDraft.Step step, long value, String unit) {
        GraphDraft.Timing timing = new GraphDraft.Timing("interval", value, unit, null);
        return new GraphDraft.Step(
                step.key(),
                step.type(),
                step.kind(),
                step.parent(),
                step.path(),
                step.properties(),
                timing);
    }

    /** The fields that are refused. */
    static List<String> refusedFields(GraphDraft draft) {
        InvalidValues refused =
                catchThrowableOfType(InvalidValues.class, () -> CampaignGraph.of(draft));
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Violation::field).toList();
    }
}
