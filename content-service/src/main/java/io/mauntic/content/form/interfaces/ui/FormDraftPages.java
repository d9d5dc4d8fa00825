package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.form.application.FindForm;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.drafts.DraftAnswer;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.BuilderPlace;
import io.mauntic.ui.UiMessages;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps what is typed into the form builder; visitors see the form as it was saved. */
@Path("/ui/content/forms/{form:new|\\d{1,18}}/draft")
@RequiresPermission("content:forms:write")
class FormDraftPages {

    private final Drafts drafts;
    private final FindForm findForm;
    private final CurrentUser user;

    FormDraftPages(Drafts drafts, FindForm findForm, CurrentUser user) {
        this.drafts = drafts;
        this.findForm = findForm;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<DraftAnswer> keep(@PathParam("form") String form, String body) {
        FormDefinition typed = BuilderForm.of(UrlEncodedBody.parse(body)).named();
        List<Violation> problems = BuilderView.problems(typed, typed.problems());
        return place(form).chain(place -> drafts.keep(place.thing(), body, problems));
    }

    @POST
    @Path("discard")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> discard(
            @PathParam("form") String form, @Context HttpHeaders headers) {
        String told = Words.of(UiMessages.class, headers).builderDiscarded();
        return place(form)
                .call(place -> drafts.drop(place.thing()))
                .map(place -> Answer.goTo(place.edit()).toast(told).build());
    }

    private Uni<BuilderPlace> place(String form) {
        if (form.equals("new")) {
            return Uni.createFrom().item(BuilderView.place(null));
        }
        long id = Long.parseLong(form);
        return findForm.handle(user.organization(), FormBuilderPages.formId(id))
                .replaceWith(BuilderView.place(id));
    }
}
