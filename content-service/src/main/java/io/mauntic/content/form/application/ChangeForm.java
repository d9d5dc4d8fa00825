package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Changes a form; what visitors submitted before stays as it was. */
@ApplicationScoped
public class ChangeForm {

    private final UnitOfWork unitOfWork;
    private final Versions versions;
    private final Forms forms;

    ChangeForm(UnitOfWork unitOfWork, Versions versions, Forms forms) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.forms = forms;
    }

    /**
     * Replaces the form's definition by what {@code change} makes of it.
     *
     * @param seen what the editor has seen
     * @param change fails when the wish cannot be understood
     */
    public Uni<Void> handle(
            OrganizationId organization,
            FormId id,
            IfMatch seen,
            Function<FormDefinition, Uni<FormDefinition>> change) {
        return unitOfWork.in(
                organization,
                () ->
                        versions.lock("form", id.value(), seen)
                                .chain(() -> forms.get(organization, id))
                                .chain(form -> change.apply(form.definition()))
                                .map(changed -> new Form(organization, id, changed.checked()))
                                .chain(forms::replace));
    }
}
