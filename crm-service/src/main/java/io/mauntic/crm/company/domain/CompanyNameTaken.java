package io.mauntic.crm.company.domain;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** There is a company of this name. */
public class CompanyNameTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    public CompanyNameTaken(String name) {
        super(
                Kind.CONFLICT,
                "company-name-taken",
                "There is a company named %s already.".formatted(name),
                List.of(new Violation("name", "There is a company of this name already.")));
    }
}
