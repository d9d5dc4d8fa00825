package io.mauntic.kit.database;

import io.mauntic.kernel.DomainException;

/** An organization asks more expensive questions at once than are answered. */
class TooManyQuestions extends DomainException {

    private static final long serialVersionUID = 1L;

    TooManyQuestions(int most) {
        super(
                Kind.TOO_MANY,
                "too-many-questions",
                "Your organization has %d searches or reports at work already. Please try again when one is done."
                        .formatted(most));
    }
}
