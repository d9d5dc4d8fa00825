package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.form.domain.FieldType;
import io.mauntic.content.form.domain.FormField;
import java.util.List;
import java.util.Locale;

/** What the builder offers to add: the usual questions, ready to use. */
public enum FieldPreset {
    EMAIL("Email", "mail", FieldType.EMAIL, "email"),
    FIRSTNAME("First name", "user", FieldType.TEXT, "firstname"),
    LASTNAME("Last name", "user", FieldType.TEXT, "lastname"),
    PHONE("Phone", "phone", FieldType.TEL, "phone"),
    COMPANY("Company", "building", FieldType.TEXT, "company"),
    TEXT("Text", "forms", FieldType.TEXT, null),
    TEXTAREA("Long text", "align-left", FieldType.TEXTAREA, null),
    NUMBER("Number", "number", FieldType.NUMBER, null),
    URL("Website", "link", FieldType.URL, null),
    DATE("Date", "calendar", FieldType.DATE, null),
    SELECT("Choice from a list", "list", FieldType.SELECT, null),
    RADIO("Choice of one", "circle-dot", FieldType.RADIO, null),
    CHECKBOX("Tick box", "checkbox", FieldType.CHECKBOX, null),
    HIDDEN("Hidden value", "eye-off", FieldType.HIDDEN, null);

    private final String label;
    private final String icon;
    private final FieldType type;
    private final String mapsTo;

    FieldPreset(String label, String icon, FieldType type, String mapsTo) {
        this.label = label;
        this.icon = icon;
        this.type = type;
        this.mapsTo = mapsTo;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    /** What the builder's button sends. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field to begin with; email is what makes a contact, so only it must be filled in. */
    FormField field() {
        List<String> options =
                type.isChoice() ? List.of("First choice", "Second choice") : List.of();
        return new FormField("", label, type, this == EMAIL, mapsTo, null, null, null, options);
    }
}
