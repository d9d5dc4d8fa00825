package io.mauntic.kit.database;

import io.mauntic.kernel.DomainException;

/** More waits to be written than memory should hold: 429, later is fine. */
public final class TooMuchWaits extends DomainException {

    private static final long serialVersionUID = 1L;

    TooMuchWaits() {
        super(
                Kind.TOO_MANY,
                "too-much-waits",
                "Too much arrives at once just now. Please try again in a few seconds.");
    }
}
