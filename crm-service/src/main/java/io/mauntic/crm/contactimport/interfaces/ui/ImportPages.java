package io.mauntic.crm.contactimport.interfaces.ui;

import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.crm.contactimport.application.CancelImport;
import io.mauntic.crm.contactimport.application.ImportEnded;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries;
import io.mauntic.crm.contactimport.interfaces.rest.RejectsCsv;
import io.mauntic.crm.streams.Progress;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The list of imports, and one of them with its live progress. */
@Path("/ui/crm/imports")
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    private static final int ROWS = 25;
    private static final int SHOWN_REJECTS = 20;

    private final ImportQueries imports;
    private final CancelImport cancel;
    private final RejectsCsv rejects;
    private final Progress progress;
    private final CurrentUser user;

    ImportPages(
            ImportQueries imports,
            CancelImport cancel,
            RejectsCsv rejects,
            Progress progress,
            CurrentUser user) {
        this.imports = imports;
        this.cancel = cancel;
        this.rejects = rejects;
        this.progress = progress;
        this.user = user;
    }

    @CheckedTemplate(basePath = "ImportPages")
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<ContactImport> items, boolean mayWrite);

        static native TemplateInstance detail(ImportView page);

        static native TemplateInstance state(ContactImport state);

        static native TemplateInstance gone();
    }

    @GET
    @RequiresPermission("crm:imports:read")
    public Uni<TemplateInstance> list(
            @Context UriInfo uri, @RestQuery @DefaultValue("1") int page) {
        return imports.list(user.organization(), Math.max(1, page), ROWS, null)
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems(),
                                        user.may("crm:imports:write")));
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @RequiresPermission("crm:imports:read")
    public Uni<RestResponse<TemplateInstance>> detail(long id) {
        boolean mayWrite = user.may("crm:imports:write");
        return orGone(
                imports.get(user.organization(), id(id))
                        .chain(
                                found ->
                                        imports.rejects(
                                                        user.organization(),
                                                        id(id),
                                                        0,
                                                        SHOWN_REJECTS)
                                                .map(
                                                        rejects ->
                                                                ImportView.of(
                                                                        found, rejects, mayWrite)))
                        .map(shown -> Answer.page(Templates.detail(shown)).build()));
    }

    @POST
    @Path("{id:\\d{1,18}}/cancel")
    @RequiresPermission("crm:imports:write")
    public Uni<RestResponse<TemplateInstance>> cancel(long id, @Context HttpHeaders headers) {
        String page = "/app/crm/imports/" + id;
        return orGone(
                cancel.handle(user.organization(), id(id))
                        .map(
                                _ ->
                                        Answer.goTo(page)
                                                .toast(
                                                        Words.of(ImportMessages.class, headers)
                                                                .cancelled())
                                                .build())
                        .onFailure(ImportEnded.class)
                        .recoverWithItem(() -> Answer.goTo(page).build()));
    }

    @GET
    @Path("{id:\\d{1,18}}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RequiresPermission("crm:imports:read")
    public Uni<Void> events(
            long id, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        OrganizationId organization = user.organization();
        Locale locale = headers.getAcceptableLanguages().getFirst();
        return progress.html(
                response,
                () -> imports.get(organization, id(id)),
                now -> ImportStatus.of(now.getStatus()).ended(),
                now ->
                        Templates.state(now)
                                .setAttribute(MessageBundles.ATTRIBUTE_LOCALE, locale)
                                .createUni());
    }

    @GET
    @Path("{id:\\d{1,18}}/rejects")
    @Produces("text/csv")
    @RequiresPermission("crm:imports:read")
    public Uni<Void> rejects(long id, @Context HttpServerResponse response) {
        return rejects.send(user.organization(), id(id), response);
    }

    static Uni<RestResponse<TemplateInstance>> orGone(Uni<RestResponse<TemplateInstance>> answer) {
        return answer.onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.gone()).build());
    }

    private static ImportId id(long id) {
        if (id <= 0) {
            throw new NotFound("import", id);
        }
        return new ImportId(id);
    }
}
