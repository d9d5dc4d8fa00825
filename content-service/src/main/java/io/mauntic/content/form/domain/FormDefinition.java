package io.mauntic.content.form.domain;

import io.mauntic.content.input.PlainText;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.util.List;

/**
 * All that a marketer decides about a form. Incomplete while it is being built; {@link #checked()}
 * before it is kept.
 */
public record FormDefinition(
        String name,
        String alias,
        List<FormField> fields,
        PostAction postAction,
        String buttonLabel) {

    public FormDefinition {
        name = name == null ? "" : PlainText.line(name);
        alias = alias == null ? "" : alias.strip();
        fields = fields == null ? List.of() : List.copyOf(fields);
        postAction = postAction == null ? PostAction.thanks() : postAction;
        buttonLabel =
                buttonLabel == null || buttonLabel.isBlank() ? "Send" : PlainText.line(buttonLabel);
    }

    /** What keeps this from being a form, each with its field. */
    public List<Violation> problems() {
        return DefinitionPolicy.problemsOf(this);
    }

    /**
     * This definition, if it can be kept.
     *
     * @throws InvalidValues naming each field that is wrong
     */
    public FormDefinition checked() {
        List<Violation> problems = problems();
        if (!problems.isEmpty()) {
            throw new InvalidValues(problems);
        }
        return this;
    }
}
