package io.mauntic.crm.contact.domain;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;
import java.util.Map;

/** One address belongs to one contact. */
public class EmailAddressTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    private final long owner;

    private EmailAddressTaken(String sentence, long owner) {
        super(
                Kind.CONFLICT,
                "email-address-taken",
                sentence,
                List.of(new Violation("email", sentence)));
        this.owner = owner;
    }

    public static EmailAddressTaken by(ContactId owner, String email) {
        return new EmailAddressTaken(
                "%s belongs to contact %s already.".formatted(email, owner), owner.value());
    }

    /** When another transaction took the address at this very moment. */
    public static EmailAddressTaken justNow(String email) {
        return new EmailAddressTaken("%s belongs to another contact already.".formatted(email), 0);
    }

    @Override
    public Map<String, Object> members() {
        return owner == 0 ? Map.of() : Map.of("contactId", owner);
    }
}
