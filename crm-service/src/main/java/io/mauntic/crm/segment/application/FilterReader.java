package io.mauntic.crm.segment.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Match;
import io.mauntic.crm.segment.domain.Operand;
import io.mauntic.crm.segment.domain.Operator;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a filter as the contract writes it, and names everything that is wrong with it by its path.
 */
public final class FilterReader {

    private static final Set<String> GROUP_KEYS = Set.of("match", "rules");
    private static final Set<String> RULE_KEYS = Set.of("field", "operator", "value");
    private static final int MOST_VIOLATIONS = 20;

    private final List<Violation> violations = new ArrayList<>();
    private int rules;
    private boolean understood = true;

    private FilterReader() {}

    /**
     * Reads the whole tree.
     *
     * @throws InvalidValues naming each place, such as {@code filter.rules[1].operator}
     */
    public static Filter.Group read(JsonNode tree) {
        FilterReader reader = new FilterReader();
        Filter.Group filter = reader.group(tree, "filter", 1);
        if (reader.rules > Filter.MOST_RULES) {
            reader.refuse(
                    "filter.rules",
                    "A segment takes at most %d rules; this one has %d."
                            .formatted(Filter.MOST_RULES, reader.rules));
        }
        if (!reader.violations.isEmpty()) {
            throw new InvalidValues(reader.violations.stream().limit(MOST_VIOLATIONS).toList());
        }
        return filter;
    }

    /**
     * Reads a filter that was stored under rules that may have been others.
     *
     * @return empty when a part of it cannot be understood at all
     */
    public static Optional<Filter.Group> stored(JsonNode tree) {
        FilterReader reader = new FilterReader();
        Filter.Group filter = reader.group(tree, "filter", 1);
        return reader.understood ? Optional.of(filter) : Optional.empty();
    }

    private Filter.Group group(JsonNode node, String path, int depth) {
        onlyKeys(node, GROUP_KEYS, path, "A group knows “match” and “rules” only.");
        Optional<Match> match = match(node, path);
        JsonNode children = node.path("rules");
        List<Filter> filters = new ArrayList<>();
        if (!children.isArray()) {
            misunderstand(path + ".rules", "A group needs a list of rules.");
        } else {
            if (depth > 1 && children.isEmpty()) {
                refuse(path + ".rules", "This group has no rules: add one, or remove the group.");
            }
            for (int i = 0; i < children.size(); i++) {
                child(children.get(i), "%s.rules[%d]".formatted(path, i), depth + 1)
                        .ifPresent(filters::add);
            }
        }
        return new Filter.Group(match.orElse(Match.ALL), filters);
    }

    private Optional<Match> match(JsonNode node, String path) {
        if (node.path("match").isMissingNode()) {
            return Optional.of(Match.ALL);
        }
        Optional<Match> match = Match.of(node.path("match").asText());
        if (match.isEmpty()) {
            misunderstand(
                    path + ".match",
                    "Say “all” when every rule must hold, “any” when one is enough.");
        }
        return match;
    }

    private Optional<? extends Filter> child(JsonNode node, String path, int depth) {
        if (!node.isObject()) {
            misunderstand(path, "A rule is a field, an operator and a value.");
            return Optional.empty();
        }
        if (!node.has("rules") && !node.has("match")) {
            return rule(node, path);
        }
        if (depth > Filter.DEEPEST) {
            refuse(
                    path,
                    "Groups can be nested %d levels deep, not more.".formatted(Filter.DEEPEST));
        }
        return Optional.of(group(node, path, depth));
    }

    private Optional<Filter.Rule> rule(JsonNode node, String path) {
        rules++;
        onlyKeys(node, RULE_KEYS, path, "A rule knows “field”, “operator” and “value” only.");
        Optional<FilterField> field = field(node.path("field"), path + ".field");
        Optional<Operator> operator = operator(node.path("operator"), path + ".operator");
        if (field.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        if (!field.get().operators().contains(operator.get())) {
            misunderstand(path + ".operator", doesNotFit(field.get(), operator.get()));
            return Optional.empty();
        }
        try {
            Operand operand =
                    new Operands(field.get(), sentence -> refuse(path + ".value", sentence))
                            .read(operator.get(), node.path("value"));
            return Optional.of(new Filter.Rule(field.get(), operator.get(), operand));
        } catch (UnfitValue unfit) {
            misunderstand(path + ".value", unfit.getMessage());
            return Optional.empty();
        }
    }

    private Optional<FilterField> field(JsonNode node, String path) {
        if (node.asText("").isEmpty()) {
            misunderstand(path, "Choose the field that this rule looks at.");
            return Optional.empty();
        }
        Optional<FilterField> field = FilterField.named(node.asText());
        if (field.isEmpty()) {
            misunderstand(
                    path,
                    "There is no field “%s”. The fields are %s, and fields.<name> for a custom field."
                            .formatted(shortened(node.asText()), FilterField.names()));
        }
        return field;
    }

    private Optional<Operator> operator(JsonNode node, String path) {
        Optional<Operator> operator = Operator.of(node.asText(""));
        if (operator.isEmpty()) {
            misunderstand(
                    path,
                    node.asText("").isEmpty()
                            ? "Choose how the field is compared."
                            : "“%s” is not a way to compare. Use one of %s."
                                    .formatted(
                                            shortened(node.asText()),
                                            texts(Set.of(Operator.values()))));
        }
        return operator;
    }

    private static String doesNotFit(FilterField field, Operator operator) {
        return "“%s” does not work with %s, which is %s. Use one of %s."
                .formatted(operator.words(), field.label(), field.kind(), texts(field.operators()));
    }

    private static String texts(Set<Operator> operators) {
        return Arrays.stream(Operator.values())
                .filter(operators::contains)
                .map(Operator::text)
                .collect(Collectors.joining(", "));
    }

    private void onlyKeys(JsonNode node, Set<String> known, String path, String sentence) {
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!known.contains(key)) {
                                refuse(path + "." + shortened(key), sentence);
                            }
                        });
    }

    private void misunderstand(String path, String sentence) {
        understood = false;
        refuse(path, sentence);
    }

    private void refuse(String path, String sentence) {
        violations.add(new Violation(path, sentence));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
