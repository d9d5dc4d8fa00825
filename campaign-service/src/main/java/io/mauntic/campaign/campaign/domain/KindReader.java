package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.Violation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a step does from its kind and properties. What breaks a rule is read all the same, as
 * far as it can be understood: the one that stores it refuses, the one that loads it does not.
 */
final class KindReader {

    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_POINTS = 1_000_000;

    private final GraphDraft.Step step;
    private final String field;
    private final List<Violation> violations;

    KindReader(GraphDraft.Step step, String field, List<Violation> violations) {
        this.step = step;
        this.field = field;
        this.violations = violations;
    }

    Optional<StepKind> read() {
        Optional<StepKind> kind =
                switch (step.kind()) {
                    case "email.send" -> only(email(), "emailId");
                    case "email.open" -> only(Optional.of(StepKind.Decision.OPENED));
                    case "email.click" -> only(Optional.of(StepKind.Decision.CLICKED));
                    case "contact.tags" -> only(tags(), "add", "remove");
                    case "contact.points" -> only(points(), "delta");
                    case "contact.field" -> only(condition(), "field", "operator", "value");
                    case null, default ->
                            refused(
                                    "kind",
                                    "This kind of step does not exist. There are email.send, email.open, email.click, contact.tags, "
                                            + "contact.points and contact.field.");
                };
        kind.ifPresent(this::checkType);
        return kind;
    }

    private void checkType(StepKind kind) {
        if (!kind.type().word().equals(step.type())) {
            refused(
                    "type",
                    "A step of kind %s has the type \"%s\"."
                            .formatted(kind.code(), kind.type().word()));
        }
    }

    private Optional<StepKind> only(Optional<StepKind> kind, String... known) {
        Optional<String> unknown =
                step.properties().keySet().stream()
                        .filter(name -> !Arrays.asList(known).contains(name))
                        .sorted()
                        .findFirst();
        unknown.ifPresent(
                name ->
                        refused(
                                "properties." + name,
                                "A step of kind %s has no \"%s\".".formatted(step.kind(), name)));
        return kind;
    }

    private Optional<StepKind> email() {
        return whole("emailId")
                .filter(id -> id > 0)
                .<StepKind>map(StepKind.SendEmail::new)
                .or(() -> refused("properties.emailId", "Choose the email to send."));
    }

    private Optional<StepKind> points() {
        Optional<Long> delta = whole("delta").filter(points -> points == points.intValue());
        if (delta.filter(points -> points != 0 && Math.abs(points) <= MOST_POINTS).isEmpty()) {
            refused(
                    "properties.delta",
                    "Say how many points to add, or to take with a minus: at most %,d."
                            .formatted(MOST_POINTS));
        }
        return delta.map(points -> new StepKind.ChangePoints(points.intValue()));
    }

    private Optional<StepKind> tags() {
        Optional<List<String>> add = tagList("add");
        Optional<List<String>> remove = tagList("remove");
        if (add.isEmpty() || remove.isEmpty()) {
            return Optional.empty();
        }
        if (add.get().isEmpty() && remove.get().isEmpty()) {
            refused("properties.add", "Name at least one tag to add or to remove.");
        }
        if (add.get().stream().anyMatch(remove.get()::contains)) {
            refused("properties.remove", "The same tag cannot be added and removed in one step.");
        }
        return Optional.of(new StepKind.ChangeTags(add.get(), remove.get()));
    }

    private Optional<List<String>> tagList(String name) {
        Object value = step.properties().getOrDefault(name, List.of());
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            refused("properties." + name, "Tags are a list of words.");
            return Optional.empty();
        }
        Set<String> tags = new LinkedHashSet<>();
        list.forEach(tag -> tags.add(tag.toString().strip()));
        if (tags.size() > MOST_TAGS
                || tags.stream().anyMatch(tag -> tag.isEmpty() || tag.length() > 100)) {
            refused(
                    "properties." + name,
                    "At most %d tags of 1 to 100 characters each.".formatted(MOST_TAGS));
        }
        return Optional.of(List.copyOf(tags));
    }

    private Optional<StepKind> condition() {
        Map<String, Object> properties = step.properties();
        String name = properties.get("field") instanceof String text ? text : "";
        if (!ContactFields.exists(name)) {
            refused(
                    "properties.field",
                    "Choose a field of the contact; custom fields begin with \"fields.\".");
            return Operator.of(properties.get("operator"))
                    .map(
                            compare ->
                                    new FieldCondition(
                                            name,
                                            compare,
                                            values(properties.get("value"), compare)));
        }
        Optional<Operator> operator = Operator.of(properties.get("operator"));
        if (operator.isEmpty()) {
            return refused(
                    "properties.operator",
                    "Choose how to compare, for example equals or contains.");
        }
        if (!ContactFields.fits(name, operator.get())) {
            refused(
                    "properties.operator",
                    "%s cannot be compared with %s.".formatted(name, operator.get().word()));
        }
        List<String> values = values(properties.get("value"), operator.get());
        if (operator.get().takesValue()
                && (values.isEmpty()
                        || values.stream().anyMatch(value -> value.length() > LONGEST_TEXT))) {
            refused(
                    "properties.value",
                    "Say what to compare with, in at most %d characters.".formatted(LONGEST_TEXT));
        }
        if (ContactFields.isNumber(name)
                && values.stream().anyMatch(value -> Operator.number(value).isEmpty())) {
            refused("properties.value", "%s is a number.".formatted(name));
        }
        return Optional.of(new FieldCondition(name, operator.get(), values));
    }

    private static List<String> values(Object value, Operator operator) {
        if (!operator.takesValue()) {
            return List.of();
        }
        List<?> given =
                value instanceof List<?> list && operator.takesList()
                        ? list
                        : value == null ? List.of() : List.of(value);
        boolean scalar =
                given.stream()
                        .allMatch(
                                one ->
                                        one instanceof String
                                                || one instanceof Number
                                                || one instanceof Boolean);
        return scalar
                ? given.stream()
                        .map(String::valueOf)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of();
    }

    private Optional<Long> whole(String name) {
        return Optional.ofNullable(step.properties().get(name))
                .filter(value -> value instanceof Integer || value instanceof Long)
                .map(value -> ((Number) value).longValue());
    }

    private <T> Optional<T> refused(String name, String message) {
        violations.add(new Violation(field + "." + name, Objects.requireNonNull(message)));
        return Optional.empty();
    }
}
