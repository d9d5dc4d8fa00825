package io.mauntic.identity.pages;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.ui.FormErrors;

/** Has a form say beside its fields why it was refused. */
public final class Refusals {

    private Refusals() {}

    /**
     * @param elsewhere the field that a refusal belongs to which names none
     */
    public static FormErrors of(DomainException refusal, String elsewhere) {
        if (refusal.violations().isEmpty()) {
            return FormErrors.of(elsewhere, refusal.getMessage());
        }
        FormErrors errors = FormErrors.none();
        for (Violation violation : refusal.violations()) {
            errors = errors.with(violation.field(), violation.message());
        }
        return errors;
    }
}
