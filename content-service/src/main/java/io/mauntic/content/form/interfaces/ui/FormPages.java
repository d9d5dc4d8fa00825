package io.mauntic.content.form.interfaces.ui;

import io.mauntic.content.ContentMessages;
import io.mauntic.content.form.application.DeleteForm;
import io.mauntic.content.form.infrastructure.FormQueries;
import io.mauntic.content.form.infrastructure.SubmissionQueries;
import io.mauntic.contracts.content.model.Form;
import io.mauntic.contracts.content.model.Submission;
import io.mauntic.contracts.content.model.SubmissionPage;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The list of forms, a form's page, and what visitors submitted. */
@Path("/ui/content/forms")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("content:forms:read")
class FormPages {

    static final String WRITE = "content:forms:write";
    private static final int ROWS = 20;
    private static final int NEWEST = 5;

    private final FormQueries forms;
    private final SubmissionQueries submissions;
    private final DeleteForm deleteForm;
    private final CurrentUser user;

    FormPages(
            FormQueries forms,
            SubmissionQueries submissions,
            DeleteForm deleteForm,
            CurrentUser user) {
        this.forms = forms;
        this.submissions = submissions;
        this.deleteForm = deleteForm;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<Form> forms, boolean mayWrite);

        static native TemplateInstance detail(
                Form form, EmbedCode embed, List<SubmissionRow> newest, boolean mayWrite);

        static native TemplateInstance submissions(
                Form form,
                PageLinks links,
                Pager pager,
                List<SubmissionRow> rows,
                boolean mayWrite);

        static native TemplateInstance delete(Form form);

        static native TemplateInstance missing();
    }

    @GET
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @QueryParam("search") String search,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("orderBy") @DefaultValue("createdAt") String orderBy,
            @QueryParam("orderDir") @DefaultValue("desc") String orderDir) {
        return forms.page(user.organization(), Math.max(1, page), ROWS, search, orderBy, orderDir)
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems(),
                                        user.may(WRITE)));
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<TemplateInstance>> detail(@PathParam("id") long id) {
        return orMissing(form(id).chain(this::detail));
    }

    private Uni<TemplateInstance> detail(Form form) {
        return submissions
                .page(user.organization(), formId(form.getId()), 1, NEWEST, null, null)
                .map(
                        newest ->
                                Templates.detail(
                                        form,
                                        EmbedCode.of(form),
                                        SubmissionRow.of(form, newest.getItems()),
                                        user.may(WRITE)));
    }

    @GET
    @Path("{id}/submissions")
    public Uni<RestResponse<TemplateInstance>> submissions(
            @PathParam("id") long id,
            @Context UriInfo uri,
            @QueryParam("search") String search,
            @QueryParam("page") @DefaultValue("1") int page) {
        return orMissing(form(id).chain(form -> submissions(form, uri, search, Math.max(1, page))));
    }

    private Uni<TemplateInstance> submissions(Form form, UriInfo uri, String search, int page) {
        return submissions
                .page(user.organization(), formId(form.getId()), page, ROWS, null, search)
                .map(
                        found ->
                                Templates.submissions(
                                        form,
                                        PageLinks.of(uri),
                                        pager(found),
                                        rows(form, found.getItems()),
                                        user.may(WRITE)));
    }

    @GET
    @Path("{id}/delete")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> askToDelete(@PathParam("id") long id) {
        return orMissing(form(id).map(Templates::delete));
    }

    @POST
    @Path("{id}/delete")
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> delete(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        return deleteForm
                .handle(user.organization(), formId(id))
                .map(
                        _ ->
                                Answer.goTo("/app/content/forms")
                                        .toast(Words.of(ContentMessages.class, headers).deleted())
                                        .build())
                .onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.missing()).build());
    }

    private Uni<Form> form(long id) {
        return Uni.createFrom().deferred(() -> forms.get(user.organization(), formId(id)));
    }

    private static Uni<RestResponse<TemplateInstance>> orMissing(Uni<TemplateInstance> page) {
        return page.map(found -> Answer.page(found).build())
                .onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.missing()).build());
    }

    private static List<SubmissionRow> rows(Form form, List<Submission> found) {
        return SubmissionRow.of(form, found);
    }

    private static Pager pager(SubmissionPage found) {
        return Pager.of(found.getPage(), found.getLimit(), found.getTotal());
    }

    private static FormId formId(long id) {
        if (id <= 0) {
            throw new NotFound("form", id);
        }
        return new FormId(id);
    }
}
