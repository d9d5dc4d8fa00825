package io.mauntic.crm.savedview.domain;

import io.mauntic.kernel.DomainException;

/** The view is everybody's, and this person may not change it. */
public class ViewNotYours extends DomainException {

    private static final long serialVersionUID = 1L;

    public ViewNotYours() {
        super(
                Kind.FORBIDDEN,
                "view-not-yours",
                "Views for the whole organization are kept by those who may edit contacts. Keep one of your own instead.");
    }
}
