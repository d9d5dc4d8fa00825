package io.mauntic.kit.setaside;

import io.mauntic.kernel.DomainException;

/** Work that was set aside cannot be set going again as it is; it stays where it was. */
class NotSetGoing extends DomainException {

    private static final long serialVersionUID = 1L;

    NotSetGoing(String cause) {
        super(Kind.CONFLICT, "not-set-going", "It could not be set going again: " + cause);
    }
}
