package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.Form;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A form of an organization, to be shown or changed. */
@ApplicationScoped
public class FindForm {

    private final UnitOfWork unitOfWork;
    private final Forms forms;

    FindForm(UnitOfWork unitOfWork, Forms forms) {
        this.unitOfWork = unitOfWork;
        this.forms = forms;
    }

    /** Fails with {@link NotFound}. */
    public Uni<Form> handle(OrganizationId organization, FormId id) {
        return unitOfWork.in(organization, () -> forms.get(organization, id));
    }
}
