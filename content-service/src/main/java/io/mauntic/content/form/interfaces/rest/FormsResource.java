package io.mauntic.content.form.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.content.form.application.ChangeForm;
import io.mauntic.content.form.application.CreateForm;
import io.mauntic.content.form.application.DeleteForm;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.form.infrastructure.FormJson;
import io.mauntic.content.form.infrastructure.FormQueries;
import io.mauntic.content.form.infrastructure.SubmissionQueries;
import io.mauntic.contracts.content.api.FormsApi;
import io.mauntic.contracts.content.model.Form;
import io.mauntic.contracts.content.model.FormPage;
import io.mauntic.contracts.content.model.NewForm;
import io.mauntic.contracts.content.model.SubmissionPage;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

/** The contract's forms. */
class FormsResource implements FormsApi {

    private final CreateForm createForm;
    private final ChangeForm changeForm;
    private final DeleteForm deleteForm;
    private final FormQueries forms;
    private final SubmissionQueries submissions;
    private final FormJson json;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final CurrentUser user;

    FormsResource(
            CreateForm createForm,
            ChangeForm changeForm,
            DeleteForm deleteForm,
            FormQueries forms,
            SubmissionQueries submissions,
            FormJson json,
            Idempotency idempotency,
            MergePatch mergePatch,
            CurrentUser user) {
        this.createForm = createForm;
        this.changeForm = changeForm;
        this.deleteForm = deleteForm;
        this.forms = forms;
        this.submissions = submissions;
        this.json = json;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.user = user;
    }

    @Override
    public Uni<Form> createForm(NewForm form, String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                form,
                Form.class,
                () ->
                        createForm
                                .handle(user.organization(), json.definition(form))
                                .chain(id -> forms.get(user.organization(), id)));
    }

    @Override
    public Uni<Form> getForm(Long id) {
        return forms.get(user.organization(), formId(id));
    }

    @Override
    public Uni<FormPage> listForms(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {
        return forms.page(user.organization(), page, limit, search, orderBy, orderDir);
    }

    @Override
    public Uni<Form> updateForm(Long id, ObjectNode patch, String ifMatch) {
        return changeForm
                .handle(
                        user.organization(),
                        formId(id),
                        IfMatch.of(ifMatch),
                        definition -> patched(definition, patch))
                .chain(() -> forms.get(user.organization(), formId(id)));
    }

    private Uni<FormDefinition> patched(FormDefinition definition, ObjectNode patch) {
        try {
            return Uni.createFrom()
                    .item(
                            json.definition(
                                    mergePatch.apply(
                                            json.model(definition), patch, NewForm.class)));
        } catch (JsonProcessingException misunderstood) {
            return Uni.createFrom().failure(misunderstood);
        }
    }

    @Override
    public Uni<Void> deleteForm(Long id) {
        return deleteForm.handle(user.organization(), formId(id));
    }

    @Override
    public Uni<SubmissionPage> listSubmissions(
            Long id, Integer page, Integer limit, String cursor, String search) {
        return submissions.page(user.organization(), formId(id), page, limit, cursor, search);
    }

    private static FormId formId(long id) {
        if (id <= 0) {
            throw new NotFound("form", id);
        }
        return new FormId(id);
    }
}
