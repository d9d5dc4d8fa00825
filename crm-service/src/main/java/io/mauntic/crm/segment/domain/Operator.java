package io.mauntic.crm.segment.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a field is compared. The negative ones are the exact opposites of the positive ones: who has
 * no value is not equal to anything.
 */
public enum Operator {
    EQUALS("equals", "is"),
    NOT_EQUALS("notEquals", "is not"),
    CONTAINS("contains", "contains"),
    STARTS_WITH("startsWith", "starts with"),
    ENDS_WITH("endsWith", "ends with"),
    EMPTY("empty", "is empty"),
    NOT_EMPTY("notEmpty", "is not empty"),
    GREATER_THAN("greaterThan", "is greater than"),
    LESS_THAN("lessThan", "is less than"),
    IN("in", "is one of"),
    NOT_IN("notIn", "is none of");

    private final String text;
    private final String words;

    Operator(String text, String words) {
        this.text = text;
        this.words = words;
    }

    /** As the contract writes it. */
    public String text() {
        return text;
    }

    /** As a person says it. */
    public String words() {
        return words;
    }

    public boolean takesNoValue() {
        return this == EMPTY || this == NOT_EMPTY;
    }

    public boolean takesSeveralValues() {
        return this == IN || this == NOT_IN;
    }

    public boolean negative() {
        return this == NOT_EQUALS || this == NOT_EMPTY || this == NOT_IN;
    }

    /** What a negative operator negates; a positive one is its own. */
    public Operator positive() {
        return switch (this) {
            case NOT_EQUALS -> EQUALS;
            case NOT_EMPTY -> EMPTY;
            case NOT_IN -> IN;
            default -> this;
        };
    }

    public static Optional<Operator> of(String text) {
        return Arrays.stream(values()).filter(operator -> operator.text.equals(text)).findFirst();
    }
}
