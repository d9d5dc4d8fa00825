package io.mauntic.identity.user.domain;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** An address signs in to one account only, and an account is in an organization once. */
public class EmailTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final String SENTENCE = "This address already has an account. Use another one.";

    public EmailTaken() {
        super(Kind.CONFLICT, "email-taken", SENTENCE, List.of(new Violation("email", SENTENCE)));
    }
}
