package io.mauntic.identity.user.domain;

import io.mauntic.kernel.DomainException;

/** An organization without an administrator could not be helped by anybody in it. */
public class LastAdministratorStays extends DomainException {

    private static final long serialVersionUID = 1L;

    public LastAdministratorStays() {
        super(
                Kind.CONFLICT,
                "last-administrator-stays",
                "This is the last active administrator. Make somebody else an administrator first.");
    }
}
