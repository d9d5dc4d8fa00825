package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.kernel.DomainException;
import io.mauntic.ui.FormErrors;

/** What was refused, beside the fields that it is about. */
public final class ContactErrors {

    private ContactErrors() {}

    /** Each violation at its field; a refusal without any stands at {@code field}. */
    public static FormErrors of(DomainException refusal, String field) {
        if (refusal.violations().isEmpty()) {
            return FormErrors.of(field, refusal.getMessage());
        }
        FormErrors errors = FormErrors.none();
        for (var violation : refusal.violations()) {
            errors =
                    errors.with(
                            violation.field().equals("fields") ? "newName" : violation.field(),
                            violation.message());
        }
        return errors;
    }
}
