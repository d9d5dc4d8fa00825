package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.form.domain.FieldType;
import io.quarkus.qute.TemplateExtension;

/** Words and texts that templates need and the domain does not. */
@TemplateExtension
final class PageWords {

    private PageWords() {}

    /** A kind of field as people call it. */
    static String word(FieldType type) {
        return switch (type) {
            case TEXT -> "Text";
            case EMAIL -> "Email";
            case TEL -> "Phone";
            case NUMBER -> "Number";
            case URL -> "Website";
            case TEXTAREA -> "Long text";
            case SELECT -> "Choice from a list";
            case RADIO -> "Choice of one";
            case CHECKBOX -> "Tick box";
            case DATE -> "Date";
            case HIDDEN -> "Hidden value";
        };
    }
}
