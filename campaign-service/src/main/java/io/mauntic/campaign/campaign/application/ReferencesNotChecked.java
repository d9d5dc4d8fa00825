package io.mauntic.campaign.campaign.application;

import io.mauntic.kernel.DomainException;

/** Whether segments and emails exist could not be found out, so that nothing was changed. */
public class ReferencesNotChecked extends DomainException {

    private static final long serialVersionUID = 1L;

    public ReferencesNotChecked() {
        super(
                Kind.CONFLICT,
                "references-not-checked",
                "Segments and emails cannot be checked right now. Nothing was changed; try again in a minute.");
    }
}
