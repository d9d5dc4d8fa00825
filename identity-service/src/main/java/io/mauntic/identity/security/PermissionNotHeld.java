package io.mauntic.identity.security;

import io.mauntic.kernel.DomainException;

/** Rights grow only from the hands of those who have them. */
public class PermissionNotHeld extends DomainException {

    private static final long serialVersionUID = 1L;

    public PermissionNotHeld(String permission) {
        super(
                Kind.FORBIDDEN,
                "permission-not-held",
                "You can only decide about permissions that you have yourself; you do not have %s."
                        .formatted(permission));
    }
}
