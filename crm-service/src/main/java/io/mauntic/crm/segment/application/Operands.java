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

/** Reads the value of a rule as the kind of thing that its field and operator ask for. */
final class Operands {

    private static final int MOST_DIGITS = 30;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 9999;

    private Operands() {}

    static Operand read(FilterField field, Operator operator, JsonNode value) throws UnfitValue {
        if (operator.takesNoValue()) {
            return new Operand.None();
        }
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty())) {
            throw new UnfitValue("Say what %s is compared with.".formatted(field.label()));
        }
        if (operator.takesSeveralValues()) {
            return several(field, value);
        }
        if (value.isContainerNode()) {
            throw new UnfitValue(
                    "“%s” takes one value. For several, use “is one of”."
                            .formatted(operator.words()));
        }
        return switch (field) {
            case FilterField.Text _, FilterField.Tags _ -> new Operand.Text(text(value));
            case FilterField.Points _ -> new Operand.Amount(amount(field, value));
            case FilterField.CreatedAt _ -> span(field, value);
            case FilterField.Custom _ -> custom(field, operator, value);
        };
    }

    private static Operand several(FilterField field, JsonNode value) throws UnfitValue {
        if (!value.isArray() || value.isEmpty()) {
            throw new UnfitValue("Give a list with at least one value.");
        }
        if (value.size() > Filter.MOST_VALUES) {
            throw new UnfitValue(
                    "A rule takes at most %,d values; this one has %,d."
                            .formatted(Filter.MOST_VALUES, value.size()));
        }
        List<String> texts = new ArrayList<>();
        List<BigDecimal> amounts = new ArrayList<>();
        for (JsonNode item : value) {
            if (field instanceof FilterField.Points) {
                amounts.add(amount(field, item));
            } else {
                texts.add(text(item));
            }
        }
        return field instanceof FilterField.Points
                ? new Operand.Amounts(amounts)
                : new Operand.Texts(texts);
    }

    private static Operand custom(FilterField field, Operator operator, JsonNode value)
            throws UnfitValue {
        boolean ordering = operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN;
        if (value.isNumber()
                && (ordering || operator == Operator.EQUALS || operator == Operator.NOT_EQUALS)) {
            return new Operand.Amount(amount(field, value));
        }
        if (!ordering) {
            return new Operand.Text(text(value));
        }
        String written = text(value).strip();
        try {
            return new Operand.Day(LocalDate.parse(written).toString());
        } catch (DateTimeException _) {
            return new Operand.Amount(
                    amount(
                            field,
                            value,
                            "Compare %s with a number, or with a date such as 2026-01-31."));
        }
    }

    private static String text(JsonNode value) throws UnfitValue {
        if (value.isContainerNode() || value.isNull()) {
            throw new UnfitValue("The value is text, such as “Berlin”.");
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        if (text.isEmpty()) {
            throw new UnfitValue("An empty value finds nobody: use “is empty”.");
        }
        if (text.length() > Filter.LONGEST_TEXT) {
            throw new UnfitValue(
                    "The value is longer than %d characters.".formatted(Filter.LONGEST_TEXT));
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValue("The value has a character that no contact can have.");
        }
        return CaseFolding.fold(text);
    }

    private static BigDecimal amount(FilterField field, JsonNode value) throws UnfitValue {
        return amount(field, value, "%s is compared with a number, such as 10.");
    }

    private static BigDecimal amount(FilterField field, JsonNode value, String sentence)
            throws UnfitValue {
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

    private static Operand span(FilterField field, JsonNode value) throws UnfitValue {
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
