package io.mauntic.kit.rest;

import io.mauntic.kernel.DomainException;

/** The header {@code If-Match} cannot be read. */
class MalformedIfMatch extends DomainException {

    private static final long serialVersionUID = 1L;

    MalformedIfMatch() {
        super(
                Kind.MALFORMED,
                "malformed-if-match",
                "If-Match is the ETag of the answer that you edit, such as \"3\", or *.");
    }
}
