package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.application.DeleteSegment;
import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks before a segment is deleted, which cannot be undone, and deletes it. */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
class SegmentDeletePages {

    private final SegmentQueries segments;
    private final DeleteSegment delete;
    private final CurrentUser user;

    SegmentDeletePages(SegmentQueries segments, DeleteSegment delete, CurrentUser user) {
        this.segments = segments;
        this.delete = delete;
        this.user = user;
    }

    @GET
    @Path("{id:\\d{1,18}}/delete")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> askToDelete(long id) {
        return SegmentPages.orGone(
                segments.get(user.organization(), SegmentPages.id(id))
                        .map(
                                found ->
                                        Answer.page(
                                                        SegmentPages.Templates.delete(
                                                                found,
                                                                SegmentPages.LIST + "/" + id,
                                                                SegmentPages.LIST
                                                                        + "/"
                                                                        + id
                                                                        + "/delete"))
                                                .build()));
    }

    @POST
    @Path("{id:\\d{1,18}}/delete")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> delete(long id, @Context HttpHeaders headers) {
        return SegmentPages.orGone(
                delete.handle(user.organization(), SegmentPages.id(id))
                        .map(
                                _ ->
                                        Answer.goTo(SegmentPages.LIST)
                                                .toast(
                                                        Words.of(SegmentMessages.class, headers)
                                                                .deleted())
                                                .build()));
    }
}
