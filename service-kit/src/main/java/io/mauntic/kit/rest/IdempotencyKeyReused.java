package io.mauntic.kit.rest;

import io.mauntic.kernel.DomainException;

/** The same key came with another request. */
class IdempotencyKeyReused extends DomainException {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused() {
        super(
                Kind.CONFLICT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request. Use a new key for each thing that you create.");
    }
}
