package io.mauntic.crm.segment.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.crm.segment.domain.CaseFolding;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Operand;
import io.mauntic.crm.segment.domain.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the value of a rule as the kind of thing that its field and operator ask for. */
final class Operands {

    private static final int MOST_DIGITS = 30;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 9999;

    private final FilterField field;
    private final Consumer<String> refuse;

    /**
     * @param refuse told of what can be understood and is against the rules all the same
     */
    Operands(FilterField field, Consumer<String> refuse) {
        this.field = field;
        this.refuse = refuse;
    }

    Operand read(Operator operator, JsonNode value) throws UnfitValue {
        if (operator.takesNoValue()) {
            return new Operand.None();
        }
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty())) {
            throw new UnfitValue("Say what %s is compared with.".formatted(field.label()));
        }
        if (operator.takesSeveralValues()) {
            return several(value);
        }
        if (value.isContainerNode()) {
            throw new UnfitValue(
                    "“%s” takes one value. For several, use “is one of”."
                            .formatted(operator.words()));
        }
        return switch (field) {
            case FilterField.Text _, FilterField.Tags _ -> new Operand.Text(text(value));
            case FilterField.Points _ -> new Operand.Amount(amount(value));
            case FilterField.CreatedAt _ -> span(value);
            case FilterField.Custom _ -> custom(operator, value);
        };
    }

    private Operand several(JsonNode value) throws UnfitValue {
        if (!value.isArray() || value.isEmpty()) {
            throw new UnfitValue("Give a list with at least one value.");
        }
        if (value.size() > Filter.MOST_VALUES) {
            refuse.accept(
                    "A rule takes at most %,d values; this one has %,d."
                            .formatted(Filter.MOST_VALUES, value.size()));
        }
        List<String> texts = new ArrayList<>();
        List<BigDecimal> amounts = new ArrayList<>();
        for (JsonNode item : value) {
            if (field instanceof FilterField.Points) {
                amounts.add(amount(item));
            } else {
                texts.add(text(item));
            }
        }
        return field instanceof FilterField.Points
                ? new Operand.Amounts(amounts)
                : new Operand.Texts(texts);
    }

    private Operand custom(Operator operator, JsonNode value) throws UnfitValue {
        boolean ordering = operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN;
        if (value.isNumber()
                && (ordering || operator == Operator.EQUALS || operator == Operator.NOT_EQUALS)) {
            return new Operand.Amount(amount(value));
        }
        if (!ordering) {
            return new Operand.Text(text(value));
        }
        String written = text(value).strip();
        try {
            return new Operand.Day(LocalDate.parse(written).toString());
        } catch (DateTimeException _) {
            return new Operand.Amount(
                    amount(value, "Compare %s with a number, or with a date such as 2026-01-31."));
        }
    }

    private String text(JsonNode value) throws UnfitValue {
        if (value.isContainerNode() || value.isNull()) {
            throw new UnfitValue("The value is text, such as “Berlin”.");
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        if (text.isEmpty()) {
            throw new UnfitValue("An empty value finds nobody: use “is empty”.");
        }
        if (text.length() > Filter.LONGEST_TEXT) {
            refuse.accept("The value is longer than %d characters.".formatted(Filter.LONGEST_TEXT));
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValue("The value has a character that no contact can have.");
        }
        return CaseFolding.fold(text);
    }

    private BigDecimal amount(JsonNode value) throws UnfitValue {
        return amount(value, "%s is compared with a number, such as 10.");
    }

    private BigDecimal amount(JsonNode value, String sentence) throws UnfitValue {
        try {
            if (value.isNumber() || value.isTextual()) {
                BigDecimal amount = new BigDecimal(value.asText().strip());
                if (amount.precision() <= MOST_DIGITS && Math.abs(amount.scale()) <= MOST_DIGITS) {
                    return amount;
                }
            }
        } catch (NumberFormatException _) {
            // told below, like every other value that is no number
        }
        throw new UnfitValue(sentence.formatted(field.label()));
    }

    private Operand span(JsonNode value) throws UnfitValue {
        String written = value.isTextual() ? value.asText().strip() : "";
        try {
            Operand.Span span;
            if (written.length() <= "9999-12-31".length()) {
                Instant day = LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
                span = new Operand.Span(day, day.plus(1, ChronoUnit.DAYS));
            } else {
                Instant instant =
                        OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MICROS);
                span = new Operand.Span(instant, instant.plus(1, ChronoUnit.MICROS));
            }
            int year = span.from().atOffset(ZoneOffset.UTC).getYear();
            if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) {
                return span;
            }
        } catch (DateTimeException _) {
            // told below, like every other value that is no date
        }
        throw new UnfitValue(
                "%s is compared with a date, such as 2026-01-31.".formatted(field.label()));
    }
}
