package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.FieldCondition;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.campaign.campaign.domain.Schedule;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step's form: the values as they were typed. */
public record StepForm(String kind, Map<String, String> values) {

    private static final String CUSTOM = "custom";
    private static final List<String> LISTS = List.of("in", "notIn");

    /** The value of a field, empty when nothing was typed. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name, String value) {
        return value(name).equals(value);
    }

    public boolean decision() {
        return kind.equals("email.open") || kind.equals("email.click");
    }

    /** An empty form with what most people choose. */
    static StepForm blank(String kind) {
        boolean decision = kind.equals("email.open") || kind.equals("email.click");
        return new StepForm(
                kind,
                Map.of(
                        "mode",
                        decision ? "interval" : "immediate",
                        "amount",
                        decision ? "3" : "",
                        "unit",
                        "days",
                        "operator",
                        "equals"));
    }

    static StepForm of(String kind, Map<String, List<String>> typed) {
        Map<String, String> values = new HashMap<>();
        typed.forEach((name, all) -> values.put(name, all.getFirst().strip()));
        return new StepForm(kind, values);
    }

    /** What a draft holds. */
    static StepForm of(Map<String, List<String>> typed) {
        return of(typed.getOrDefault("kind", List.of("")).getFirst(), typed);
    }

    static StepForm of(Step step) {
        Map<String, String> values = new HashMap<>();
        switch (step.kind()) {
            case StepKind.SendEmail email -> values.put("emailId", Long.toString(email.emailId()));
            case StepKind.ChangePoints points ->
                    values.put("delta", Integer.toString(points.delta()));
            case StepKind.ChangeTags tags -> {
                values.put("add", String.join(", ", tags.add()));
                values.put("remove", String.join(", ", tags.remove()));
            }
            case FieldCondition condition -> {
                boolean custom = condition.field().startsWith("fields.");
                values.put("field", custom ? CUSTOM : condition.field());
                values.put(
                        "customField",
                        custom ? condition.field().substring("fields.".length()) : "");
                values.put("operator", condition.operator().word());
                values.put("value", String.join(", ", condition.values()));
            }
            case StepKind.Decision _ -> {}
        }
        values.put("unit", "days");
        switch (step.schedule()) {
            case Schedule.Immediate _ -> values.put("mode", "immediate");
            case Schedule.Interval interval -> {
                values.put("mode", "interval");
                values.put("amount", Long.toString(interval.value()));
                values.put("unit", interval.unit().word());
            }
            case Schedule.At at -> {
                values.put("mode", "date");
                values.put("at", LocalDateTime.ofInstant(at.at(), ZoneOffset.UTC).toString());
            }
        }
        return new StepForm(step.kind().code(), values);
    }

    /** Whether it is an action, a decision or a condition. */
    String type() {
        return decision() ? "decision" : kind.equals("contact.field") ? "condition" : "action";
    }

    /** What was typed, as a step at a place of the campaign; not checked. */
    GraphDraft.Step draft(String key, String parent, String path) {
        return new GraphDraft.Step(
                key, type(), kind, blankAsNull(parent), blankAsNull(path), properties(), timing());
    }

    private Map<String, Object> properties() {
        return switch (kind) {
            case "email.send" ->
                    number("emailId")
                            .<Map<String, Object>>map(id -> Map.of("emailId", id))
                            .orElse(Map.of());
            case "contact.points" ->
                    number("delta")
                            .<Map<String, Object>>map(delta -> Map.of("delta", delta))
                            .orElse(Map.of());
            case "contact.tags" -> Map.of("add", list("add"), "remove", list("remove"));
            case "contact.field" ->
                    Map.of(
                            "field",
                                    has("field", CUSTOM)
                                            ? "fields." + value("customField")
                                            : value("field"),
                            "operator", value("operator"),
                            "value",
                                    LISTS.contains(value("operator"))
                                            ? list("value")
                                            : value("value"));
            default -> Map.of();
        };
    }

    private GraphDraft.Timing timing() {
        return switch (value("mode")) {
            case "interval" ->
                    new GraphDraft.Timing(
                            "interval", number("amount").orElse(null), value("unit"), null);
            case "date" -> new GraphDraft.Timing("date", null, null, instant());
            default -> new GraphDraft.Timing("immediate", null, null, null);
        };
    }

    private Instant instant() {
        try {
            return LocalDateTime.parse(value("at")).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private Optional<Long> number(String name) {
        return value(name).matches("-?\\d{1,18}")
                ? Optional.of(Long.valueOf(value(name)))
                : Optional.empty();
    }

    private List<String> list(String name) {
        return Arrays.stream(value(name).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
