package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.form.domain.FieldType;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.form.domain.FormField;
import io.mauntic.content.form.domain.PostAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the builder's page posts: the whole form, and which button was pressed. The page's state is
 * the form itself.
 */
record BuilderForm(FormDefinition definition, String pressed) {

    private static final String SAVE = "save";
    private static final int MOST_FIELDS = 100;

    static BuilderForm of(Map<String, List<String>> posted) {
        List<FormField> fields = new ArrayList<>();
        for (int i = 0; i < MOST_FIELDS && posted.containsKey("fields[" + i + "].type"); i++) {
            fields.add(field(posted, "fields[" + i + "]."));
        }
        PostAction.Type type =
                "redirect".equals(first(posted, "postAction.type"))
                        ? PostAction.Type.REDIRECT
                        : PostAction.Type.MESSAGE;
        PostAction postAction =
                new PostAction(
                        type, first(posted, "postAction.message"), first(posted, "postAction.url"));
        FormDefinition definition =
                new FormDefinition(
                        first(posted, "name"),
                        first(posted, "alias"),
                        fields,
                        postAction,
                        first(posted, "buttonLabel"));
        return new BuilderForm(definition, posted.containsKey("do") ? first(posted, "do") : SAVE);
    }

    private static FormField field(Map<String, List<String>> posted, String at) {
        return new FormField(
                first(posted, at + "alias"),
                first(posted, at + "label"),
                type(first(posted, at + "type")),
                !first(posted, at + "required").isEmpty(),
                first(posted, at + "mapsTo"),
                first(posted, at + "placeholder"),
                first(posted, at + "help"),
                first(posted, at + "defaultValue"),
                Arrays.asList(first(posted, at + "options").split("\\R")));
    }

    private static FieldType type(String word) {
        return Arrays.stream(FieldType.values())
                .filter(type -> type.toString().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String first(Map<String, List<String>> posted, String name) {
        return posted.getOrDefault(name, List.of("")).getFirst();
    }

    boolean saves() {
        return SAVE.equals(pressed);
    }

    /** With names for machines where the person left them empty. */
    FormDefinition named() {
        Set<String> taken = new HashSet<>();
        definition.fields().stream()
                .map(FormField::alias)
                .filter(alias -> !alias.isEmpty())
                .forEach(taken::add);
        List<FormField> fields = new ArrayList<>();
        for (FormField field : definition.fields()) {
            String alias =
                    field.alias().isEmpty() ? Slug.field(field.label(), taken) : field.alias();
            taken.add(alias);
            fields.add(
                    new FormField(
                            alias,
                            field.label(),
                            field.type(),
                            field.required(),
                            field.mapsTo(),
                            field.placeholder(),
                            field.help(),
                            field.defaultValue(),
                            field.options()));
        }
        String alias =
                definition.alias().isEmpty() ? Slug.of(definition.name(), '-') : definition.alias();
        return new FormDefinition(
                definition.name(),
                alias,
                fields,
                definition.postAction(),
                definition.buttonLabel());
    }

    /**
     * The definition after the button that was pressed: a field more or less, or in another place.
     */
    FormDefinition changed() {
        List<FormField> fields = new ArrayList<>(definition.fields());
        String[] command = pressed.split(":", 2);
        String argument = command.length == 2 ? command[1] : "";
        int index = argument.matches("\\d{1,3}") ? Integer.parseInt(argument) : -1;
        switch (command[0]) {
            case "add" -> add(fields, argument);
            case "remove" -> removeAt(fields, index);
            case "up" -> move(fields, index, index - 1);
            case "down" -> move(fields, index, index + 1);
            default -> {}
        }
        return new FormDefinition(
                definition.name(),
                definition.alias(),
                fields,
                definition.postAction(),
                definition.buttonLabel());
    }

    private static void add(List<FormField> fields, String preset) {
        Arrays.stream(FieldPreset.values())
                .filter(known -> known.key().equals(preset.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(known -> fields.add(known.field()));
    }

    private static void removeAt(List<FormField> fields, int index) {
        if (index >= 0 && index < fields.size()) {
            fields.remove(index);
        }
    }

    private static void move(List<FormField> fields, int from, int to) {
        if (from >= 0 && from < fields.size() && to >= 0 && to < fields.size()) {
            fields.add(to, fields.remove(from));
        }
    }
}
