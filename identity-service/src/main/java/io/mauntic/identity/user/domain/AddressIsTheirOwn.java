package io.mauntic.identity.user.domain;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** Who could change the address of somebody's account could sign in as them. */
public class AddressIsTheirOwn extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final String SENTENCE =
            "Only the person can change the address, in their own account.";

    public AddressIsTheirOwn() {
        super(
                Kind.CONFLICT,
                "address-is-their-own",
                SENTENCE,
                List.of(new Violation("email", SENTENCE)));
    }
}
