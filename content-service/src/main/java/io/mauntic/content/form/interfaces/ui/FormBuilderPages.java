package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.ContentMessages;
import io.mauntic.content.form.application.ChangeForm;
import io.mauntic.content.form.application.CreateForm;
import io.mauntic.content.form.application.FindForm;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.input.UrlEncodedBody;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
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
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The form builder. Every button posts the whole form, so that it works without a script, and in
 * place with one.
 */
@Path("/ui/content/forms")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("content:forms:write")
class FormBuilderPages {

    private static final String FORMS = "/app/content/forms";

    private final CreateForm createForm;
    private final ChangeForm changeForm;
    private final FindForm findForm;
    private final CurrentUser user;

    FormBuilderPages(
            CreateForm createForm, ChangeForm changeForm, FindForm findForm, CurrentUser user) {
        this.createForm = createForm;
        this.changeForm = changeForm;
        this.findForm = findForm;
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
    public TemplateInstance begin(@Context HttpHeaders headers) {
        FormDefinition start =
                new FormDefinition(
                        "",
                        "",
                        List.of(FieldPreset.EMAIL.field(), FieldPreset.FIRSTNAME.field()),
                        null,
                        null);
        return Templates.builder(
                new BuilderView(
                        FORMS + "/new", words(headers).newForm(), start, FormErrors.none(), -1));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> create(@Context HttpHeaders headers, String body) {
        BuilderForm posted = BuilderForm.of(UrlEncodedBody.parse(body));
        BuilderView page =
                new BuilderView(
                        FORMS + "/new",
                        words(headers).newForm(),
                        posted.changed(),
                        FormErrors.none(),
                        -1);
        if (!posted.saves()) {
            return Uni.createFrom().item(Answer.page(Templates.builder(page)).build());
        }
        return Uni.createFrom()
                .deferred(() -> createForm.handle(user.organization(), posted.named()))
                .map(id -> Answer.goTo(FORMS + "/" + id).toast(words(headers).saved()).build())
                .onFailure(FormBuilderPages::isShownInTheForm)
                .recoverWithItem(refusal -> refused(page, refusal));
    }

    @GET
    @Path("{id}/edit")
    public Uni<TemplateInstance> edit(@PathParam("id") long id) {
        return find(id).map(form -> Templates.builder(view(id, form, FormErrors.none())));
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> change(
            @PathParam("id") long id, @Context HttpHeaders headers, String body) {
        BuilderForm posted = BuilderForm.of(UrlEncodedBody.parse(body));
        if (!posted.saves()) {
            return Uni.createFrom()
                    .item(
                            Answer.page(
                                            Templates.builder(
                                                    view(id, posted.changed(), FormErrors.none())))
                                    .build());
        }
        return Uni.createFrom()
                .deferred(
                        () ->
                                changeForm.handle(
                                        user.organization(),
                                        formId(id),
                                        _ -> Uni.createFrom().item(posted.named())))
                .map(_ -> Answer.goTo(FORMS + "/" + id).toast(words(headers).saved()).build())
                .onFailure(FormBuilderPages::isShownInTheForm)
                .recoverWithItem(
                        refusal ->
                                refused(view(id, posted.definition(), FormErrors.none()), refusal));
    }

    /** The canvas after a button that adds, removes or moves a field. */
    @POST
    @Path("canvas")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> canvas(String body) {
        BuilderForm posted = BuilderForm.of(UrlEncodedBody.parse(body));
        FormDefinition changed = posted.changed();
        int focus = posted.pressed().startsWith("add:") ? changed.fields().size() - 1 : -1;
        return Answer.page(
                        Templates.canvas(
                                new BuilderView("", "", changed, FormErrors.none(), focus)))
                .event("formChanged")
                .build();
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance preview(String body) {
        BuilderForm posted = BuilderForm.of(UrlEncodedBody.parse(body));
        return Templates.preview(new BuilderView("", "", posted.named(), FormErrors.none(), -1));
    }

    // What names no field, such as a form that is gone, is not for the person to correct.
    private static boolean isShownInTheForm(Throwable refusal) {
        return refusal instanceof DomainException told && !told.violations().isEmpty();
    }

    private static RestResponse<TemplateInstance> refused(BuilderView page, Throwable refusal) {
        return Answer.invalid(Templates.builder(page.refused((DomainException) refusal))).build();
    }

    private static BuilderView view(long id, FormDefinition form, FormErrors errors) {
        return new BuilderView(FORMS + "/" + id + "/edit", form.name(), form, errors, -1);
    }

    private Uni<FormDefinition> find(long id) {
        return findForm.handle(user.organization(), formId(id)).map(form -> form.definition());
    }

    private static FormId formId(long id) {
        if (id <= 0) {
            throw new NotFound("form", id);
        }
        return new FormId(id);
    }

    private static ContentMessages words(HttpHeaders headers) {
        return Words.of(ContentMessages.class, headers);
    }
}
