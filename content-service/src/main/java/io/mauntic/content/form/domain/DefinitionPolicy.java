package io.mauntic.content.form.domain;

import io.mauntic.content.input.WebAddress;
import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a form must be before visitors see it. */
final class DefinitionPolicy {

    private static final Pattern FORM_ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{1,79}");
    private static final Pattern FIELD_ALIAS = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final int MOST_FIELDS = 100;
    private static final int MOST_OPTIONS = 300;

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> aliases = new HashSet<>();
    private final Set<String> targets = new HashSet<>();

    private DefinitionPolicy() {}

    static List<Violation> problemsOf(FormDefinition definition) {
        DefinitionPolicy policy = new DefinitionPolicy();
        policy.checkForm(definition);
        for (int i = 0; i < definition.fields().size(); i++) {
            policy.checkField("fields[" + i + "]", definition.fields().get(i));
        }
        return List.copyOf(policy.violations);
    }

    private void checkForm(FormDefinition form) {
        refuseIf(form.name().isEmpty(), "name", "Please give the form a name.");
        refuseIf(form.name().length() > 200, "name", "The name has more than 200 characters.");
        refuseIf(
                !FORM_ALIAS.matcher(form.alias()).matches(),
                "alias",
                "The alias is part of the form's address: 2 to 80 small letters, digits and hyphens, and no hyphen first.");
        refuseIf(form.fields().isEmpty(), "fields", "A form needs at least one field.");
        refuseIf(
                form.fields().size() > MOST_FIELDS,
                "fields",
                "A form has at most " + MOST_FIELDS + " fields.");
        refuseIf(
                form.buttonLabel().length() > 80,
                "buttonLabel",
                "The button's label has more than 80 characters.");
        refuseIf(
                form.postAction().message().length() > 2000,
                "postAction.message",
                "The message has more than 2,000 characters.");
        refuseIf(
                form.postAction().redirects()
                        && WebAddress.parse(form.postAction().url()).isEmpty(),
                "postAction.url",
                "Please enter the address to go to, beginning with https://.");
    }

    private void checkField(String at, FormField field) {
        refuseIf(field.type() == null, at + ".type", "Please choose what kind of field this is.");
        refuseIf(field.label().isEmpty(), at + ".label", "Please give the field a label.");
        refuseIf(
                field.label().length() > 200,
                at + ".label",
                "The label has more than 200 characters.");
        refuseIf(
                !FIELD_ALIAS.matcher(field.alias()).matches(),
                at + ".alias",
                "The alias has 1 to 64 small letters, digits and underscores, and begins with a letter.");
        refuseIf(
                !aliases.add(field.alias()),
                at + ".alias",
                "Another field has the alias \"" + field.alias() + "\".");
        checkTarget(at, field);
        checkOptions(at, field);
        refuseIf(
                tooLong(field.placeholder(), 200),
                at + ".placeholder",
                "The placeholder has more than 200 characters.");
        refuseIf(
                tooLong(field.help(), 500), at + ".help", "The help has more than 500 characters.");
        refuseIf(
                tooLong(field.defaultValue(), 500),
                at + ".defaultValue",
                "The default has more than 500 characters.");
    }

    private void checkTarget(String at, FormField field) {
        if (field.mapsTo() == null) {
            return;
        }
        refuseIf(
                !FIELD_ALIAS.matcher(field.mapsTo()).matches(),
                at + ".mapsTo",
                "\"" + field.mapsTo() + "\" is no field of a contact.");
        refuseIf(
                !targets.add(field.mapsTo()),
                at + ".mapsTo",
                "Another field fills the contact's " + field.mapsTo() + " already.");
        refuseIf(
                field.mapsTo().equals("email")
                        && field.type() != null
                        && field.type() != FieldType.EMAIL
                        && field.type() != FieldType.HIDDEN,
                at + ".type",
                "What fills the contact's email must be an email field.");
    }

    private void checkOptions(String at, FormField field) {
        if (field.type() == null || !field.type().isChoice()) {
            return;
        }
        refuseIf(field.options().isEmpty(), at + ".options", "Please give at least one option.");
        refuseIf(
                field.options().size() > MOST_OPTIONS,
                at + ".options",
                "A field has at most " + MOST_OPTIONS + " options.");
        refuseIf(
                field.options().stream().anyMatch(option -> option.length() > 200),
                at + ".options",
                "An option has more than 200 characters.");
        refuseIf(
                Set.copyOf(field.options()).size() < field.options().size(),
                at + ".options",
                "Two options are the same.");
    }

    private static boolean tooLong(String text, int longest) {
        return text != null && text.length() > longest;
    }

    private void refuseIf(boolean wrong, String field, String sentence) {
        if (wrong) {
            violations.add(new Violation(field, sentence));
        }
    }
}
