package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.ContentMessages;
import io.mauntic.content.form.application.ChangeForm;
import io.mauntic.content.form.application.CreateForm;
import io.mauntic.content.form.application.FindForm;
import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.drafts.Fingerprint;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.BuilderPlace;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The form builder. Every button posts the whole form, so that it works without a script, and in
 * place with one.
 */
@Path("/ui/content/forms")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("content:forms:write")
class FormBuilderPages {

    private final CreateForm createForm;
    private final ChangeForm changeForm;
    private final FindForm findForm;
    private final Drafts drafts;
    private final CurrentUser user;

    FormBuilderPages(
            CreateForm createForm,
            ChangeForm changeForm,
            FindForm findForm,
            Drafts drafts,
            CurrentUser user) {
        this.createForm = createForm;
        this.changeForm = changeForm;
        this.findForm = findForm;
        this.drafts = drafts;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance builder(BuilderView view);

        static native TemplateInstance canvas(BuilderView view);

        static native TemplateInstance preview(BuilderView view);
    }

    @GET
    @Path("new")
    public Uni<TemplateInstance> begin() {
        FormDefinition start =
                new FormDefinition(
                        "",
                        "",
                        List.of(FieldPreset.EMAIL.field(), FieldPreset.FIRSTNAME.field()),
                        null,
                        null);
        return left(BuilderView.place(null), start, "");
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> create(@Context HttpHeaders headers, String body) {
        return save(
                BuilderView.place(null),
                body,
                headers,
                (form, _) -> createForm.handle(user.organization(), form).map(FormId::value));
    }

    @GET
    @Path("{id}/edit")
    public Uni<TemplateInstance> edit(@PathParam("id") long id) {
        return findForm.handle(user.organization(), formId(id))
                .map(Form::definition)
                .chain(form -> left(BuilderView.place(id), form, Fingerprint.of(form)));
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> change(
            @PathParam("id") long id, @Context HttpHeaders headers, String body) {
        return save(
                BuilderView.place(id),
                body,
                headers,
                (form, base) ->
                        changeForm
                                .handle(
                                        user.organization(),
                                        formId(id),
                                        IfMatch.ANY,
                                        before -> unlessChanged(base, before, form))
                                .replaceWith(id));
    }

    /** The canvas after a button that adds, removes or moves a field. */
    @POST
    @Path("canvas")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> canvas(String body) {
        BuilderForm posted = BuilderForm.of(UrlEncodedBody.parse(body));
        FormDefinition changed = posted.changed();
        int focus = posted.pressed().startsWith("add:") ? changed.fields().size() - 1 : -1;
        return Answer.page(Templates.canvas(BuilderView.of(changed, focus)))
                .event("formChanged")
                .build();
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance preview(String body) {
        BuilderForm posted = BuilderForm.of(UrlEncodedBody.parse(body));
        return Templates.preview(BuilderView.of(posted.named(), -1));
    }

    private Uni<RestResponse<TemplateInstance>> save(
            BuilderPlace place,
            String body,
            HttpHeaders headers,
            BiFunction<FormDefinition, String, Uni<Long>> saved) {
        Map<String, List<String>> sent = UrlEncodedBody.parse(body);
        BuilderForm posted = BuilderForm.of(sent);
        BuilderView page = BuilderView.of(place, posted.changed(), sent);
        if (!posted.saves()) {
            return Uni.createFrom().item(Answer.page(Templates.builder(page)).build());
        }
        return Uni.createFrom()
                .deferred(() -> saved.apply(posted.named(), Drafts.base(sent)))
                .call(() -> drafts.drop(place.thing()))
                .map(
                        id ->
                                Answer.goTo(BuilderView.FORMS + "/" + id)
                                        .toast(words(headers).saved())
                                        .build())
                .onFailure(ChangedMeanwhile.class)
                .recoverWithItem(
                        changed ->
                                Answer.with(409, Templates.builder(page.changedMeanwhile(changed)))
                                        .build())
                .onFailure(FormBuilderPages::isShownInTheForm)
                .recoverWithItem(refusal -> refused(page, refusal));
    }

    private static Uni<FormDefinition> unlessChanged(
            String base, FormDefinition before, FormDefinition after) {
        ChangedMeanwhile.refuse(base, Fingerprint.of(before));
        return Uni.createFrom().item(after);
    }

    private Uni<TemplateInstance> left(BuilderPlace place, FormDefinition saved, String base) {
        return drafts.find(place.thing())
                .map(
                        kept ->
                                kept.map(draft -> BuilderView.of(place, draft))
                                        .orElseGet(() -> BuilderView.of(place, saved, base)))
                .map(Templates::builder);
    }

    // What names no field, such as a form that is gone, is not for the person to correct.
    private static boolean isShownInTheForm(Throwable refusal) {
        return refusal instanceof DomainException told && !told.violations().isEmpty();
    }

    private static RestResponse<TemplateInstance> refused(BuilderView page, Throwable refusal) {
        return Answer.invalid(Templates.builder(page.refused((DomainException) refusal))).build();
    }

    static FormId formId(long id) {
        if (id <= 0) {
            throw new NotFound("form", id);
        }
        return new FormId(id);
    }

    private static ContentMessages words(HttpHeaders headers) {
        return Words.of(ContentMessages.class, headers);
    }
}
