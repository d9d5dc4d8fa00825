package io.mauntic.campaign.campaign.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operators of segment filters. Text is compared without regard to case. */
public enum Operator {
    EQUALS("equals"),
    NOT_EQUALS("notEquals"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    EMPTY("empty"),
    NOT_EMPTY("notEmpty"),
    GREATER_THAN("greaterThan"),
    LESS_THAN("lessThan"),
    IN("in"),
    NOT_IN("notIn");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** As the contract says it. */
    public String word() {
        return word;
    }

    static Optional<Operator> of(Object word) {
        return Arrays.stream(values()).filter(operator -> operator.word.equals(word)).findFirst();
    }

    boolean takesValue() {
        return this != EMPTY && this != NOT_EMPTY;
    }

    boolean takesList() {
        return this == IN || this == NOT_IN;
    }

    boolean comparesOrder() {
        return this == GREATER_THAN || this == LESS_THAN;
    }

    boolean comparesPartOfText() {
        return this == CONTAINS || this == STARTS_WITH || this == ENDS_WITH;
    }

    boolean holds(Object actual, List<String> expected) {
        List<String> values = texts(actual);
        return switch (this) {
            case EMPTY -> values.isEmpty();
            case NOT_EMPTY -> !values.isEmpty();
            case EQUALS, IN ->
                    values.stream()
                            .anyMatch(value -> expected.stream().anyMatch(one -> same(value, one)));
            case NOT_EQUALS, NOT_IN ->
                    values.stream()
                            .noneMatch(
                                    value -> expected.stream().anyMatch(one -> same(value, one)));
            case CONTAINS ->
                    values.stream()
                            .anyMatch(value -> lower(value).contains(lower(expected.getFirst())));
            case STARTS_WITH ->
                    values.stream()
                            .anyMatch(value -> lower(value).startsWith(lower(expected.getFirst())));
            case ENDS_WITH ->
                    values.stream()
                            .anyMatch(value -> lower(value).endsWith(lower(expected.getFirst())));
            case GREATER_THAN ->
                    values.stream().anyMatch(value -> compare(value, expected.getFirst()) > 0);
            case LESS_THAN ->
                    values.stream().anyMatch(value -> compare(value, expected.getFirst()) < 0);
        };
    }

    private static List<String> texts(Object actual) {
        return switch (actual) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> actual.toString().isBlank() ? List.of() : List.of(actual.toString());
        };
    }

    private static boolean same(String one, String other) {
        return lower(one).equals(lower(other))
                || number(one)
                        .flatMap(a -> number(other).map(a::compareTo))
                        .filter(c -> c == 0)
                        .isPresent();
    }

    /** Numbers by size, everything else as text, which puts ISO dates in order. */
    private static int compare(String one, String other) {
        return number(one)
                .flatMap(a -> number(other).map(a::compareTo))
                .orElseGet(() -> lower(one).compareTo(lower(other)));
    }

    static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
