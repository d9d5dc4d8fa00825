package io.mauntic.identity.user.domain;

import io.mauntic.kernel.DomainException;

/** Nobody can shut the door behind themselves. */
public class OwnAccountIsUsed extends DomainException {

    private static final long serialVersionUID = 1L;

    public OwnAccountIsUsed(String what) {
        super(
                Kind.CONFLICT,
                "own-account-is-used",
                "You cannot %s your own account. Ask another administrator.".formatted(what));
    }
}
