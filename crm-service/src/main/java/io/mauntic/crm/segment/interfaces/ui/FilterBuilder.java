package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Operator;
import io.mauntic.ui.FormErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the builder draws: the filter line by line, so that the page needs no recursion. */
public record FilterBuilder(List<Line> lines, FormErrors errors) {

    /** The options of the field select. */
    public static final List<String> FIELDS =
            Stream.concat(
                            FilterField.BUILT_IN.stream().map(FilterField::name),
                            Stream.of(FilterField.Custom.PREFIX))
                    .toList();

    /** How a line is drawn. */
    public enum Kind {
        OPEN,
        RULE,
        CLOSE
    }

    /**
     * A rule, or the begin or end of a group.
     *
     * @param path its place, as {@code 0-2-1}
     * @param input what the value is typed into: {@code none}, {@code lines}, {@code number},
     *     {@code date} or {@code text}
     */
    public record Line(
            Kind kind,
            String path,
            boolean root,
            boolean nests,
            String match,
            String field,
            String custom,
            String operator,
            String value,
            String input) {

        public boolean opens() {
            return kind == Kind.OPEN;
        }

        public boolean closes() {
            return kind == Kind.CLOSE;
        }

        public boolean isCustom() {
            return field.equals(FilterField.Custom.PREFIX);
        }

        /** The operators that fit the field. */
        public List<String> operators() {
            return FilterNode.named(field)
                    .map(
                            known ->
                                    Arrays.stream(Operator.values())
                                            .filter(known.operators()::contains)
                                            .map(Operator::text)
                                            .toList())
                    .orElse(List.of());
        }

        /** The values as one text. */
        public String values() {
            return String.join(", ", value.lines().toList());
        }
    }

    static FilterBuilder of(FilterNode.Group root, FormErrors errors) {
        List<Line> lines = new ArrayList<>();
        add(lines, root, "0", 1);
        return new FilterBuilder(lines, errors);
    }

    public List<String> fields() {
        return FIELDS;
    }

    /** What is wrong with a part of a line, or null. */
    public String error(String part, String path) {
        return errors.of(part + "." + path);
    }

    private static void add(List<Line> lines, FilterNode node, String path, int depth) {
        switch (node) {
            case FilterNode.Group group -> {
                lines.add(group(Kind.OPEN, group, path, depth));
                for (int i = 0; i < group.children().size(); i++) {
                    add(lines, group.children().get(i), path + "-" + i, depth + 1);
                }
                lines.add(group(Kind.CLOSE, group, path, depth));
            }
            case FilterNode.Rule rule ->
                    lines.add(
                            new Line(
                                    Kind.RULE,
                                    path,
                                    false,
                                    false,
                                    "",
                                    rule.field(),
                                    rule.custom(),
                                    rule.operator(),
                                    rule.value(),
                                    input(rule)));
        }
    }

    private static Line group(Kind kind, FilterNode.Group group, String path, int depth) {
        return new Line(
                kind,
                path,
                depth == 1,
                depth < FilterNode.DEEPEST,
                group.match(),
                "",
                "",
                "",
                "",
                "none");
    }

    private static String input(FilterNode.Rule rule) {
        Optional<Operator> operator = Operator.of(rule.operator());
        if (operator.filter(Operator::takesNoValue).isPresent()) {
            return "none";
        }
        if (operator.filter(Operator::takesSeveralValues).isPresent()) {
            return "lines";
        }
        return switch (rule.field()) {
            case "points" -> "number";
            case "createdAt" -> "date";
            default -> "text";
        };
    }
}
