package io.mauntic.identity.user.domain;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/**
 * Who could change the address of somebody's account in another organization could sign in there.
 */
public class AccountIsShared extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final String SENTENCE =
            "This person works in other organizations too. Only they can change the address, in their own account.";

    public AccountIsShared() {
        super(
                Kind.CONFLICT,
                "account-is-shared",
                SENTENCE,
                List.of(new Violation("email", SENTENCE)));
    }
}
