package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.form.domain.FieldType;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.form.domain.FormField;
import io.mauntic.content.form.interfaces.web.FormView;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Draft;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.ui.BuilderPlace;
import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the builder's page shows.
 *
 * @param focus the field that was just added or moved; -1 for none
 */
public record BuilderView(
        BuilderPlace place, FormDefinition form, BuilderState state, FormErrors errors, int focus) {

    static final String FORMS = "/app/content/forms";

    static BuilderPlace place(Long id) {
        return new BuilderPlace(FORMS, id);
    }

    /** The form as it is saved, or as a new one begins. */
    static BuilderView of(BuilderPlace place, FormDefinition form, String base) {
        return new BuilderView(
                place, form, BuilderState.fresh(place.draft(), base), FormErrors.none(), -1);
    }

    /** The form as it was left. */
    static BuilderView of(BuilderPlace place, Draft draft) {
        BuilderState state =
                BuilderState.kept(place.draft(), draft.base(), draft.revision(), draft.savedAt());
        FormDefinition form = BuilderForm.of(draft.values()).definition();
        return new BuilderView(place, form, state, FormErrors.none(), -1);
    }

    /** The form as it was posted. */
    static BuilderView of(
            BuilderPlace place, FormDefinition form, Map<String, List<String>> posted) {
        BuilderState state =
                BuilderState.kept(
                        place.draft(), Drafts.base(posted), Drafts.revision(posted), null);
        return new BuilderView(place, form, state, FormErrors.none(), -1);
    }

    /** The canvas alone. */
    static BuilderView of(FormDefinition form, int focus) {
        return new BuilderView(place(null), form, null, FormErrors.none(), focus);
    }

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

    /** The same page with what is wrong. */
    BuilderView refused(DomainException refusal) {
        FormErrors wrong = FormErrors.none();
        for (Violation problem : problems(form, refusal.violations())) {
            wrong = wrong.with(problem.field(), problem.message());
        }
        return new BuilderView(place, form, state, wrong, -1);
    }

    /** The same page, before it goes over what somebody else saved. */
    BuilderView changedMeanwhile(ChangedMeanwhile refusal) {
        return new BuilderView(place, form, state.over(refusal.now()), FormErrors.none(), -1);
    }

    /** An alias that was to be made from a missing name is no mistake of its own. */
    static List<Violation> problems(FormDefinition form, List<Violation> violations) {
        boolean nameless = form.alias().isEmpty() && form.name().isEmpty();
        return violations.stream()
                .filter(violation -> !(nameless && violation.field().equals("alias")))
                .toList();
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
