package io.mauntic.crm.segment.infrastructure;

import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Match;
import io.mauntic.crm.segment.domain.Operand;
import io.mauntic.crm.segment.domain.Operator;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/**
 * Turns a filter into a condition over a contact {@code c}. Pure: column names and operators are
 * constants of this class, every value is a typed parameter.
 */
final class FilterCompiler {

    // Independent of the cluster's locale, so that a filter finds the same contacts on every
    // installation.
    private static final String FOLDED = "lower(%s collate pg_c_utf8)";
    private static final String NUMERIC =
            "(case when %1$s ~ '^-?[0-9]{1,30}([.][0-9]{1,30})?$' then (%1$s)::numeric end)";
    private static final String DAY =
            "(case when %1$s ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then left(%1$s, 10) collate \"C\" end)";

    private final Parameters parameters;

    private FilterCompiler(Parameters parameters) {
        this.parameters = parameters;
    }

    static String compile(Filter filter, Parameters parameters) {
        return new FilterCompiler(parameters).condition(filter);
    }

    private String condition(Filter filter) {
        return switch (filter) {
            case Filter.Group group when group.filters().isEmpty() -> "false";
            case Filter.Group group ->
                    group.filters().stream()
                            .map(this::condition)
                            .collect(
                                    Collectors.joining(
                                            group.match() == Match.ALL ? " and " : " or ",
                                            "(",
                                            ")"));
            case Filter.Rule rule ->
                    rule.operator().negative()
                            ? "(" + positive(rule) + ") is not true"
                            : positive(rule);
        };
    }

    private String positive(Filter.Rule rule) {
        Operator operator = rule.operator().positive();
        return switch (rule.field()) {
            case FilterField.Text text -> text("c." + text.name(), operator, rule.operand());
            case FilterField.Points _ -> number("c.points", operator, rule.operand());
            case FilterField.CreatedAt _ -> date("c.created_at", operator, rule.operand());
            case FilterField.Tags _ -> tags(operator, rule.operand());
            case FilterField.Custom custom -> custom(custom, operator, rule.operand());
        };
    }

    private String text(String column, Operator operator, Operand operand) {
        String folded = FOLDED.formatted(column);
        return switch (operand) {
            case Operand.None _ -> "coalesce(%s, '') = ''".formatted(column);
            case Operand.Texts texts ->
                    folded
                            + " = any("
                            + parameters.bind(texts.folded().toArray(String[]::new), "text[]")
                            + ")";
            case Operand.Text text ->
                    compared(folded, operator, parameters.bind(text.folded(), "text"));
            default -> throw unfit(operator, operand);
        };
    }

    private static String compared(String folded, Operator operator, String parameter) {
        return switch (operator) {
            case EQUALS -> "%s = %s".formatted(folded, parameter);
            case CONTAINS -> "strpos(%s, %s) > 0".formatted(folded, parameter);
            case STARTS_WITH -> "starts_with(%s, %s)".formatted(folded, parameter);
            case ENDS_WITH ->
                    "right(%s, char_length(%s)) = %s".formatted(folded, parameter, parameter);
            default -> throw new IllegalArgumentException("Not for text: " + operator);
        };
    }

    private String number(String expression, Operator operator, Operand operand) {
        return switch (operand) {
            case Operand.None _ -> expression + " is null";
            case Operand.Amounts amounts ->
                    expression
                            + " = any("
                            + parameters.bind(
                                    amounts.values().toArray(BigDecimal[]::new), "numeric[]")
                            + ")";
            case Operand.Amount amount ->
                    expression + ordered(operator) + parameters.bind(amount.value(), "numeric");
            default -> throw unfit(operator, operand);
        };
    }

    private static String ordered(Operator operator) {
        return switch (operator) {
            case EQUALS -> " = ";
            case GREATER_THAN -> " > ";
            case LESS_THAN -> " < ";
            default -> throw new IllegalArgumentException("Not an order: " + operator);
        };
    }

    private String date(String column, Operator operator, Operand operand) {
        return switch (operand) {
            case Operand.None _ -> column + " is null";
            case Operand.Span span ->
                    switch (operator) {
                        case EQUALS ->
                                "(%s and %s)"
                                        .formatted(
                                                column + " >= " + from(span),
                                                column + " < " + until(span));
                        case GREATER_THAN -> column + " >= " + until(span);
                        case LESS_THAN -> column + " < " + from(span);
                        default -> throw unfit(operator, operand);
                    };
            default -> throw unfit(operator, operand);
        };
    }

    private String from(Operand.Span span) {
        return parameters.bind(span.from().atOffset(ZoneOffset.UTC), "timestamptz");
    }

    private String until(Operand.Span span) {
        return parameters.bind(span.until().atOffset(ZoneOffset.UTC), "timestamptz");
    }

    private String tags(Operator operator, Operand operand) {
        return operand instanceof Operand.None
                ? "cardinality(c.tags) = 0"
                : "exists (select from unnest(c.tags) as given(tag) where %s)"
                        .formatted(text("given.tag", operator, operand));
    }

    private String custom(FilterField.Custom field, Operator operator, Operand operand) {
        String value = "(c.fields ->> " + parameters.bind(field.key(), "text") + ")";
        return switch (operand) {
            case Operand.Amount _ -> number(NUMERIC.formatted(value), operator, operand);
            case Operand.Day day ->
                    DAY.formatted(value)
                            + ordered(operator)
                            + parameters.bind(day.isoDate(), "text");
            default -> text(value, operator, operand);
        };
    }

    private static IllegalArgumentException unfit(Operator operator, Operand operand) {
        return new IllegalArgumentException("%s does not take %s".formatted(operator, operand));
    }
}
