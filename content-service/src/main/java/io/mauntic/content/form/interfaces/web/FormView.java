package io.mauntic.content.form.interfaces.web;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.form.domain.FormField;
import io.mauntic.content.form.domain.Reading;
import java.util.List;
import java.util.Map;

/**
 * A form as a visitor sees it.
 *
 * @param action where it is posted to
 * @param trap the name of the field that no person sees
 */
public record FormView(String action, FormDefinition form, List<FieldView> fields, String trap) {

    /** Not a field's alias, since those have no hyphens; a word that machines like to fill in. */
    public static final String TRAP = "mt-website";

    static final String VISITOR = "mt-visitor";
    static final String PAGE = "mt-page";

    /** A field with the value and the error that it shows; the error is null when there is none. */
    public record FieldView(String id, FormField field, String value, String error) {

        /** The kind of input, where it is one. */
        public String input() {
            return field.type().toString();
        }

        /** What the browser may fill in by itself. */
        public String autocomplete() {
            return switch (field.mapsTo()) {
                case "email" -> "email";
                case "firstname" -> "given-name";
                case "lastname" -> "family-name";
                case "phone" -> "tel";
                case "company" -> "organization";
                case "position" -> "organization-title";
                case "city" -> "address-level2";
                case "country" -> "country-name";
                case null, default -> "on";
            };
        }

        /**
         * The ids of what describes the input, for assistive technology; null when nothing does.
         */
        public String describedBy() {
            String help = field.help() == null ? "" : id + "-help ";
            String described = help + (error == null ? "" : id + "-error");
            return described.isEmpty() ? null : described.strip();
        }
    }

    /** An empty form, with its defaults. */
    public static FormView empty(String publicUrl, FormDefinition form) {
        List<FieldView> fields =
                form.fields().stream()
                        .map(
                                field ->
                                        view(
                                                form,
                                                field,
                                                field.defaultValue() == null
                                                        ? ""
                                                        : field.defaultValue(),
                                                null))
                        .toList();
        return new FormView(publicUrl + "/f/" + form.alias(), form, fields, TRAP);
    }

    /** The form again, with what the visitor gave and what was wrong with it. */
    static FormView refused(String publicUrl, Form form, Reading.Refused refused) {
        Map<String, String> answers = refused.answers();
        FormDefinition definition = form.definition();
        List<FieldView> fields =
                definition.fields().stream()
                        .map(
                                field ->
                                        view(
                                                definition,
                                                field,
                                                answers.getOrDefault(field.alias(), ""),
                                                refused.errors().get(field.alias())))
                        .toList();
        return new FormView(publicUrl + "/f/" + definition.alias(), definition, fields, TRAP);
    }

    /** The fields that were wrong. */
    public List<FieldView> wrong() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    private static FieldView view(
            FormDefinition form, FormField field, String value, String error) {
        return new FieldView("mt-" + form.alias() + "-" + field.alias(), field, value, error);
    }
}
