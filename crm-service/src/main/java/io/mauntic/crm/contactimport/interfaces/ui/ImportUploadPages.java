package io.mauntic.crm.contactimport.interfaces.ui;

import io.mauntic.crm.contactimport.application.DraftImport;
import io.mauntic.crm.contactimport.application.ImportConfig;
import io.mauntic.crm.contactimport.application.ImportDraft;
import io.mauntic.crm.contactimport.application.ImportDrafts;
import io.mauntic.crm.contactimport.application.StartDraft;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The way into an import: the file first, then what becomes of its columns. */
@Path("/ui/crm/imports")
@Produces(MediaType.TEXT_HTML)
class ImportUploadPages {

    private final DraftImport draft;
    private final StartDraft start;
    private final ImportDrafts drafts;
    private final UnitOfWork unitOfWork;
    private final ImportConfig config;
    private final CurrentUser user;

    ImportUploadPages(
            DraftImport draft,
            StartDraft start,
            ImportDrafts drafts,
            UnitOfWork unitOfWork,
            ImportConfig config,
            CurrentUser user) {
        this.draft = draft;
        this.start = start;
        this.drafts = drafts;
        this.unitOfWork = unitOfWork;
        this.config = config;
        this.user = user;
    }

    @CheckedTemplate(basePath = "ImportPages")
    static class Templates {
        static native TemplateInstance upload(long mostMegabytes, FormErrors errors);

        static native TemplateInstance columns(DraftView draft, FormErrors errors);
    }

    @GET
    @Path("new")
    @RequiresPermission("crm:imports:write")
    public TemplateInstance upload() {
        return Templates.upload(mostMegabytes(), FormErrors.none());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RequiresPermission("crm:imports:write")
    public Uni<RestResponse<TemplateInstance>> upload(
            @RestForm FileUpload file, @Context HttpHeaders headers) {
        if (file == null || file.size() == 0) {
            return Uni.createFrom()
                    .item(refused(Words.of(ImportMessages.class, headers).chooseFile()));
        }
        return draft.handle(user.organization(), file.uploadedFile(), file.fileName())
                .map(id -> Answer.goTo("/app/crm/imports/drafts/" + id).build())
                .onFailure(DomainException.class)
                .recoverWithItem(refusal -> refused(refusal.getMessage()));
    }

    @GET
    @Path("drafts/{id:\\d{1,18}}")
    @RequiresPermission("crm:imports:write")
    public Uni<RestResponse<TemplateInstance>> columns(long id) {
        return ImportPages.orGone(
                draft(id)
                        .map(
                                found ->
                                        Answer.page(
                                                        Templates.columns(
                                                                DraftView.guessed(found),
                                                                FormErrors.none()))
                                                .build()));
    }

    @POST
    @Path("drafts/{id:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:imports:write")
    public Uni<RestResponse<TemplateInstance>> start(long id, MultivaluedMap<String, String> sent) {
        OrganizationId organization = user.organization();
        List<String> fields =
                IntStream.iterate(0, i -> sent.containsKey("column." + i), i -> i + 1)
                        .mapToObj(i -> sent.getFirst("column." + i))
                        .toList();
        return ImportPages.orGone(
                start.handle(organization, id, fields)
                        .map(started -> Answer.goTo("/app/crm/imports/" + started).build())
                        .onFailure(InvalidValues.class)
                        .recoverWithUni(
                                refusal ->
                                        draft(id)
                                                .map(
                                                        found ->
                                                                refused(
                                                                        found,
                                                                        fields,
                                                                        refusal.getMessage()))));
    }

    private Uni<ImportDraft> draft(long id) {
        return unitOfWork.in(user.organization(), () -> drafts.get(id));
    }

    private RestResponse<TemplateInstance> refused(String sentence) {
        return Answer.invalid(Templates.upload(mostMegabytes(), FormErrors.of("file", sentence)))
                .build();
    }

    private static RestResponse<TemplateInstance> refused(
            ImportDraft draft, List<String> fields, String sentence) {
        DraftView view =
                fields.size() == draft.head().headers().size()
                        ? DraftView.of(draft, fields)
                        : DraftView.guessed(draft);
        return Answer.invalid(Templates.columns(view, FormErrors.of("mapping", sentence))).build();
    }

    private long mostMegabytes() {
        return config.mostBytes() / 1_000_000;
    }
}
