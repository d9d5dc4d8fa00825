package io.mauntic.identity.user.domain;

import io.mauntic.kernel.DomainException;

/** Who has not joined cannot be let in or shut out. */
public class NotJoinedYet extends DomainException {

    private static final long serialVersionUID = 1L;

    public NotJoinedYet() {
        super(
                Kind.CONFLICT,
                "not-joined-yet",
                "This person has not accepted the invitation yet. You can withdraw it.");
    }
}
