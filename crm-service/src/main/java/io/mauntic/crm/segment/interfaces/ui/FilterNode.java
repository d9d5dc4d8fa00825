package io.mauntic.crm.segment.interfaces.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A filter as it stands in the builder's form: it may be unfinished. Places are written {@code
 * 0-2-1}.
 */
sealed interface FilterNode {

    int DEEPEST = 5;
    int MOST_CHILDREN = 100;

    ObjectNode tree();

    /** Rules that go together. */
    record Group(String match, List<FilterNode> children) implements FilterNode {

        static Group empty() {
            return new Group("all", new ArrayList<>());
        }

        @Override
        public ObjectNode tree() {
            ObjectNode tree = JsonNodeFactory.instance.objectNode().put("match", match);
            ArrayNode rules = tree.putArray("rules");
            children.forEach(child -> rules.add(child.tree()));
            return tree;
        }
    }

    /**
     * One comparison; {@code field} is {@code fields.} for a custom field, whose name is {@code
     * custom}.
     */
    record Rule(String field, String custom, String operator, String value) implements FilterNode {

        static Rule blank() {
            return new Rule("city", "", Operator.EQUALS.text(), "");
        }

        @Override
        public ObjectNode tree() {
            ObjectNode tree =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("field", isCustom() ? field + custom : field)
                            .put("operator", operator);
            Operator known = Operator.of(operator).orElse(Operator.EQUALS);
            if (known.takesSeveralValues()) {
                ArrayNode values = tree.putArray("value");
                value.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(values::add);
            } else if (!known.takesNoValue()) {
                tree.put("value", value.strip());
            }
            return tree;
        }

        boolean isCustom() {
            return field.equals(FilterField.Custom.PREFIX);
        }
    }

    static Group of(JsonNode tree) {
        List<FilterNode> children = new ArrayList<>();
        tree.path("rules")
                .forEach(child -> children.add(child.has("rules") ? of(child) : rule(child)));
        return new Group(tree.path("match").asText("all"), children);
    }

    /** What a form sent; what it did not send is an empty group. */
    static Group of(Map<String, List<String>> form) {
        return group(form, "0", 1);
    }

    private static Rule rule(JsonNode tree) {
        String name = tree.path("field").asText();
        boolean custom = name.startsWith(FilterField.Custom.PREFIX);
        JsonNode value = tree.path("value");
        String written =
                value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining("\n"))
                        : value.asText();
        return new Rule(
                custom ? FilterField.Custom.PREFIX : name,
                custom ? name.substring(FilterField.Custom.PREFIX.length()) : "",
                tree.path("operator").asText(),
                written);
    }

    private static Group group(Map<String, List<String>> form, String path, int depth) {
        List<FilterNode> children = new ArrayList<>();
        for (int i = 0; i < MOST_CHILDREN; i++) {
            String child = path + "-" + i;
            if (form.containsKey("field." + child)) {
                children.add(rule(form, child));
            } else if (form.containsKey("match." + child) && depth < DEEPEST) {
                children.add(group(form, child, depth + 1));
            }
        }
        return new Group(first(form, "match." + path, "all"), children);
    }

    private static Rule rule(Map<String, List<String>> form, String path) {
        String field = first(form, "field." + path, "");
        String operator = first(form, "operator." + path, "");
        boolean fits =
                named(field)
                        .flatMap(known -> Operator.of(operator).filter(known.operators()::contains))
                        .isPresent();
        return new Rule(
                field,
                first(form, "custom." + path, ""),
                fits ? operator : Operator.EQUALS.text(),
                first(form, "value." + path, ""));
    }

    /** The field that an option of the builder stands for. */
    static Optional<FilterField> named(String option) {
        return FilterField.named(option.equals(FilterField.Custom.PREFIX) ? option + "x" : option);
    }

    static String first(Map<String, List<String>> form, String name, String otherwise) {
        return form.getOrDefault(name, List.of(otherwise)).getFirst();
    }
}
