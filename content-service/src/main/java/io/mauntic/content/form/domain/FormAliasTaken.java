package io.mauntic.content.form.domain;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** The public address belongs to another form already. */
public final class FormAliasTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    public FormAliasTaken(String alias) {
        this(
                alias,
                "Another form has the alias \"" + alias + "\" already. Please choose another one.");
    }

    private FormAliasTaken(String alias, String sentence) {
        super(
                Kind.CONFLICT,
                "form-alias-taken",
                sentence,
                List.of(new Violation("alias", sentence)));
    }
}
