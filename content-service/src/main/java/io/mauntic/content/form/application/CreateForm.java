package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a form and gives it its public address. */
@ApplicationScoped
public class CreateForm {

    private final UnitOfWork unitOfWork;
    private final Forms forms;

    CreateForm(UnitOfWork unitOfWork, Forms forms) {
        this.unitOfWork = unitOfWork;
        this.forms = forms;
    }

    public Uni<FormId> handle(OrganizationId organization, FormDefinition definition) {
        return unitOfWork.in(organization, () -> forms.add(organization, definition.checked()));
    }
}
