package io.mauntic.crm.contact.domain;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** One address belongs to one contact. */
public class EmailAddressTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    private EmailAddressTaken(String sentence) {
        super(
                Kind.CONFLICT,
                "email-address-taken",
                sentence,
                List.of(new Violation("email", sentence)));
    }

    public static EmailAddressTaken by(ContactId owner, String email) {
        return new EmailAddressTaken("%s belongs to contact %s already.".formatted(email, owner));
    }

    /** When another transaction took the address at this very moment. */
    public static EmailAddressTaken justNow(String email) {
        return new EmailAddressTaken("%s belongs to another contact already.".formatted(email));
    }
}
