package io.mauntic.content.form.domain;

import io.mauntic.content.input.WebAddress;
import io.mauntic.kernel.EmailAddress;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of answer a field takes. */
public enum FieldType {
    TEXT(2000),
    EMAIL(254),
    TEL(40),
    NUMBER(40),
    URL(2000),
    TEXTAREA(10_000),
    SELECT(200),
    RADIO(200),
    CHECKBOX(200),
    DATE(10),
    HIDDEN(2000);

    private static final Pattern NUMBER_SHAPE = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{1,18})?");
    private static final Pattern TEL_SHAPE = Pattern.compile("\\+?[0-9 ()./-]{3,39}");

    private final int longest;

    FieldType(int longest) {
        this.longest = longest;
    }

    /** The most characters that an answer may have. */
    public int longest() {
        return longest;
    }

    /** Whether a visitor chooses among given options. */
    public boolean isChoice() {
        return this == SELECT || this == RADIO;
    }

    /** What is wrong with an answer, in a sentence for the visitor; nothing when it is good. */
    Optional<String> problem(String answer) {
        if (answer.length() > longest) {
            return Optional.of("Please use at most " + longest + " characters.");
        }
        return switch (this) {
            case EMAIL ->
                    unless(
                            EmailAddress.parse(answer).isPresent(),
                            "Please enter an email address, such as name@example.com.");
            case TEL ->
                    unless(
                            TEL_SHAPE.matcher(answer).matches(),
                            "Please enter a phone number, such as +49 30 123456.");
            case NUMBER -> unless(NUMBER_SHAPE.matcher(answer).matches(), "Please enter a number.");
            case URL ->
                    unless(
                            WebAddress.parse(answer).isPresent(),
                            "Please enter a web address that begins with https://.");
            case DATE -> unless(isDate(answer), "Please enter a date, such as 2026-03-31.");
            case TEXT, TEXTAREA, SELECT, RADIO, CHECKBOX, HIDDEN -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean good, String sentence) {
        return good ? Optional.empty() : Optional.of(sentence);
    }

    private static boolean isDate(String answer) {
        try {
            LocalDate.parse(answer);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /** The word of the contract. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
