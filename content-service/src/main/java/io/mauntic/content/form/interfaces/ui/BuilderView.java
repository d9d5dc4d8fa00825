package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.form.domain.FieldType;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.form.domain.FormField;
import io.mauntic.content.form.interfaces.web.FormView;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.ui.FormErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * What the builder's page shows.
 *
 * @param action where the page posts to: its own address
 * @param focus the field that was just added or moved; -1 for none
 */
public record BuilderView(
        String action, String title, FormDefinition form, FormErrors errors, int focus) {

    /** A field with its place. */
    public record FieldCard(
            int index, FormField field, boolean first, boolean last, boolean focused) {

        /** What its inputs' names begin with. */
        public String at() {
            return "fields[" + index + "]";
        }

        public String number() {
            return Integer.toString(index + 1);
        }

        public String optionLines() {
            return String.join("\n", field.options());
        }

        public boolean choice() {
            return field.type() != null && field.type().isChoice();
        }

        public boolean isOf(FieldType type) {
            return field.type() == type;
        }
    }

    /**
     * The same page with what is wrong. An alias that was to be made from a missing name is no
     * mistake of its own.
     */
    BuilderView refused(DomainException refusal) {
        FormErrors wrong = FormErrors.none();
        for (Violation violation : refusal.violations()) {
            boolean follows =
                    violation.field().equals("alias")
                            && form.alias().isEmpty()
                            && form.name().isEmpty();
            wrong = follows ? wrong : wrong.with(violation.field(), violation.message());
        }
        return new BuilderView(action, title, form, wrong, -1);
    }

    public List<FieldCard> cards() {
        List<FieldCard> cards = new ArrayList<>();
        int count = form.fields().size();
        for (int i = 0; i < count; i++) {
            cards.add(new FieldCard(i, form.fields().get(i), i == 0, i == count - 1, i == focus));
        }
        return cards;
    }

    public List<FieldPreset> presets() {
        return List.of(FieldPreset.values());
    }

    public List<FieldType> types() {
        return List.of(FieldType.values());
    }

    /** The contact's own fields; a custom one's name can be typed. */
    public List<String> contactFields() {
        return List.of(
                "email",
                "firstname",
                "lastname",
                "phone",
                "company",
                "position",
                "city",
                "country");
    }

    /** Whether visitors stay on the form's page and read a message there. */
    public boolean staysHere() {
        return !form.postAction().redirects();
    }

    /** The form as visitors will see it. */
    public FormView preview() {
        return FormView.empty("", form);
    }
}
