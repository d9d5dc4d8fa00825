package io.mauntic.crm.contactimport.application;

import io.mauntic.kernel.DomainException;

/** The file is larger than what is accepted. */
public class FileTooLarge extends DomainException {

    private static final long serialVersionUID = 1L;

    public FileTooLarge(long mostBytes) {
        super(
                Kind.TOO_LARGE,
                "file-too-large",
                "The file is larger than %,d MB. Split it and import the parts one after the other."
                        .formatted(mostBytes / 1_000_000));
    }
}
