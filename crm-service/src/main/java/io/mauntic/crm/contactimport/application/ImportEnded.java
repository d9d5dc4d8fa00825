package io.mauntic.crm.contactimport.application;

import io.mauntic.kernel.DomainException;

/** What has ended cannot be cancelled. */
public class ImportEnded extends DomainException {

    private static final long serialVersionUID = 1L;

    public ImportEnded() {
        super(Kind.CONFLICT, "import-ended", "This import has already ended.");
    }
}
