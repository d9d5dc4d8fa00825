package io.mauntic.crm.segment.infrastructure;

import io.mauntic.crm.segment.domain.CaseFolding;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Match;
import io.mauntic.crm.segment.domain.Operand;
import io.mauntic.crm.segment.domain.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a filter means, said once more without SQL. */
final class InMemoryFilter {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}([.][0-9]{1,30})?");
    private static final Pattern DAY =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*", Pattern.DOTALL);

    private InMemoryFilter() {}

    static boolean fits(Filter filter, KnownContact contact) {
        return switch (filter) {
            case Filter.Group group when group.filters().isEmpty() -> false;
            case Filter.Group group when group.match() == Match.ALL ->
                    group.filters().stream().allMatch(part -> fits(part, contact));
            case Filter.Group group ->
                    group.filters().stream().anyMatch(part -> fits(part, contact));
            case Filter.Rule rule -> rule.operator().negative() != positive(rule, contact);
        };
    }

    private static boolean positive(Filter.Rule rule, KnownContact contact) {
        Operator operator = rule.operator().positive();
        return switch (rule.field()) {
            case FilterField.Text text ->
                    text(
                            Optional.ofNullable(contact.texts().get(text.name())),
                            operator,
                            rule.operand());
            case FilterField.Points _ ->
                    number(
                            Optional.of(BigDecimal.valueOf(contact.points())),
                            operator,
                            rule.operand());
            case FilterField.CreatedAt _ -> date(contact, operator, rule.operand());
            case FilterField.Tags _ -> tags(contact.tags(), operator, rule.operand());
            case FilterField.Custom custom ->
                    custom(
                            Optional.ofNullable(contact.fields().get(custom.key()))
                                    .map(Object::toString),
                            operator,
                            rule.operand());
        };
    }

    private static boolean text(Optional<String> value, Operator operator, Operand operand) {
        String folded = value.map(CaseFolding::fold).orElse(null);
        return switch (operand) {
            case Operand.None _ -> value.filter(text -> !text.isEmpty()).isEmpty();
            case Operand.Texts texts -> folded != null && texts.folded().contains(folded);
            case Operand.Text text -> folded != null && compared(folded, operator, text.folded());
            default -> throw new IllegalArgumentException(operand.toString());
        };
    }

    private static boolean compared(String value, Operator operator, String wanted) {
        return switch (operator) {
            case EQUALS -> value.equals(wanted);
            case CONTAINS -> value.contains(wanted);
            case STARTS_WITH -> value.startsWith(wanted);
            case ENDS_WITH -> value.endsWith(wanted);
            default -> throw new IllegalArgumentException(operator.toString());
        };
    }

    private static boolean number(Optional<BigDecimal> value, Operator operator, Operand operand) {
        return switch (operand) {
            case Operand.None _ -> value.isEmpty();
            case Operand.Amounts amounts ->
                    value.isPresent()
                            && amounts.values().stream()
                                    .anyMatch(amount -> amount.compareTo(value.get()) == 0);
            case Operand.Amount amount ->
                    value.isPresent() && ordered(value.get().compareTo(amount.value()), operator);
            default -> throw new IllegalArgumentException(operand.toString());
        };
    }

    private static boolean ordered(int comparison, Operator operator) {
        return switch (operator) {
            case EQUALS -> comparison == 0;
            case GREATER_THAN -> comparison > 0;
            case LESS_THAN -> comparison < 0;
            default -> throw new IllegalArgumentException(operator.toString());
        };
    }

    private static boolean date(KnownContact contact, Operator operator, Operand operand) {
        if (!(operand instanceof Operand.Span span)) {
            return false;
        }
        return switch (operator) {
            case EQUALS ->
                    !contact.createdAt().isBefore(span.from())
                            && contact.createdAt().isBefore(span.until());
            case GREATER_THAN -> !contact.createdAt().isBefore(span.until());
            case LESS_THAN -> contact.createdAt().isBefore(span.from());
            default -> throw new IllegalArgumentException(operator.toString());
        };
    }

    private static boolean tags(List<String> tags, Operator operator, Operand operand) {
        Stream<Optional<String>> given = tags.stream().map(Optional::of);
        return operand instanceof Operand.None
                ? tags.isEmpty()
                : given.anyMatch(tag -> text(tag, operator, operand));
    }

    private static boolean custom(Optional<String> value, Operator operator, Operand operand) {
        return switch (operand) {
            case Operand.Amount _ ->
                    number(
                            value.filter(text -> NUMBER.matcher(text).matches())
                                    .map(BigDecimal::new),
                            operator,
                            operand);
            case Operand.Day day ->
                    value.filter(text -> DAY.matcher(text).matches())
                            .map(
                                    text ->
                                            ordered(
                                                    text.substring(0, 10).compareTo(day.isoDate()),
                                                    operator))
                            .orElse(false);
            default -> text(value, operator, operand);
        };
    }
}
