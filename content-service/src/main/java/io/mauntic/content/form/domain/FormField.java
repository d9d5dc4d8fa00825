package io.mauntic.content.form.domain;

import io.mauntic.content.input.PlainText;
import io.mauntic.kernel.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One question of a form.
 *
 * @param alias its name in the posted form
 * @param mapsTo the contact's field that takes the answer, or null
 * @param options the choices of a select or radio
 */
public record FormField(
        String alias,
        String label,
        FieldType type,
        boolean required,
        String mapsTo,
        String placeholder,
        String help,
        String defaultValue,
        List<String> options) {

    private static final Set<String> NOT_TICKED = Set.of("", "0", "false", "off", "no");

    public FormField {
        alias = alias == null ? "" : alias.strip();
        label = label == null ? "" : PlainText.line(label);
        mapsTo = blankToNull(mapsTo);
        placeholder = blankToNull(placeholder);
        help = blankToNull(help);
        defaultValue = blankToNull(defaultValue);
        options =
                options == null
                        ? List.of()
                        : options.stream()
                                .filter(Objects::nonNull)
                                .map(PlainText::line)
                                .filter(o -> !o.isEmpty())
                                .toList();
    }

    /** What the visitor gave, as it is kept; empty when nothing was given. */
    String answer(List<String> posted) {
        String given = posted.stream().filter(value -> !value.isBlank()).findFirst().orElse("");
        return switch (type) {
            case CHECKBOX ->
                    NOT_TICKED.contains(given.strip().toLowerCase(java.util.Locale.ROOT))
                            ? ""
                            : "true";
            case TEXTAREA -> PlainText.lines(given);
            case HIDDEN ->
                    given.isEmpty() && defaultValue != null ? defaultValue : PlainText.line(given);
            case EMAIL ->
                    EmailAddress.parse(PlainText.line(given))
                            .map(EmailAddress::value)
                            .orElse(PlainText.line(given));
            case TEXT, TEL, NUMBER, URL, DATE, SELECT, RADIO -> PlainText.line(given);
        };
    }

    /** What is wrong with an answer, in a sentence for the visitor. */
    Optional<String> problem(String answer) {
        if (answer.isEmpty()) {
            return required
                    ? Optional.of(
                            type == FieldType.CHECKBOX
                                    ? "Please tick this box."
                                    : "Please fill in this field.")
                    : Optional.empty();
        }
        if (type.isChoice() && !options.contains(answer)) {
            return Optional.of("Please choose one of the options.");
        }
        return type.problem(answer);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : PlainText.line(text);
    }
}
