package io.mauntic.content.form.application;

import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a form with its submissions and frees its address. */
@ApplicationScoped
public class DeleteForm {

    private final UnitOfWork unitOfWork;
    private final Forms forms;

    DeleteForm(UnitOfWork unitOfWork, Forms forms) {
        this.unitOfWork = unitOfWork;
        this.forms = forms;
    }

    public Uni<Void> handle(OrganizationId organization, FormId id) {
        return unitOfWork
                .in(organization, () -> forms.remove(organization, id))
                .invoke(
                        removed -> {
                            if (!removed) {
                                throw new NotFound("form", id);
                            }
                        })
                .replaceWithVoid();
    }
}
