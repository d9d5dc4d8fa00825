package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormAliasTaken;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The forms of an organization; inside its unit of work, except {@link #at}. */
public interface Forms {

    /** Fails with {@link FormAliasTaken} when the alias is another form's. */
    Uni<FormId> add(OrganizationId organization, FormDefinition definition);

    /** Fails with {@link NotFound}. */
    Uni<Form> get(OrganizationId organization, FormId id);

    /** Fails with {@link FormAliasTaken} when the alias is another form's. */
    Uni<Void> replace(Form form);

    /** Whether there was such a form. Its submissions go with it. */
    Uni<Boolean> remove(OrganizationId organization, FormId id);

    /** The form that answers at a public address, whoever owns it. Outside of any unit of work. */
    Uni<Optional<Form>> at(String alias);
}
