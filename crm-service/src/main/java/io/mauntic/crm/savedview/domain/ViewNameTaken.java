package io.mauntic.crm.savedview.domain;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** This person has a view of this name. */
public class ViewNameTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    public ViewNameTaken(String name) {
        super(
                Kind.CONFLICT,
                "view-name-taken",
                "You have a view named %s already.".formatted(name),
                List.of(new Violation("name", "You have a view of this name already.")));
    }
}
