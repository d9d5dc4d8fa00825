package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.crm.streams.Progress;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/** The list of segments, and one of them with its members. */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
class SegmentPages {

    static final String LIST = "/app/crm/segments";
    private static final int ROWS = 25;

    private final SegmentQueries segments;
    private final SegmentDetails details;
    private final Progress progress;
    private final CurrentUser user;

    SegmentPages(
            SegmentQueries segments, SegmentDetails details, Progress progress, CurrentUser user) {
        this.segments = segments;
        this.details = details;
        this.progress = progress;
        this.user = user;
    }

    @CheckedTemplate(basePath = "SegmentPages")
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<Segment> segments, boolean mayWrite);

        static native TemplateInstance detail(SegmentDetail page, PageLinks links);

        static native TemplateInstance state(Segment segment);

        static native TemplateInstance delete(Segment segment, String back, String action);

        static native TemplateInstance gone();
    }

    @GET
    @RequiresPermission("crm:segments:read")
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @RestQuery String search,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery String orderBy,
            @RestQuery String orderDir) {
        SegmentQueries.Asked asked =
                new SegmentQueries.Asked(Math.max(1, page), ROWS, null, search, orderBy, orderDir);
        return segments.list(user.organization(), asked)
                .map(
                        found ->
                                Templates.list(
                                        PageLinks.of(uri),
                                        Pager.of(
                                                found.getPage(),
                                                found.getLimit(),
                                                found.getTotal()),
                                        found.getItems(),
                                        user.may("crm:segments:write")));
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @RequiresPermission("crm:segments:read")
    public Uni<RestResponse<TemplateInstance>> detail(
            long id, @Context UriInfo uri, @RestQuery @DefaultValue("1") int page) {
        return orGone(
                details.of(id, page, "", FormErrors.none())
                        .map(
                                shown ->
                                        Answer.page(
                                                        Templates.detail(
                                                                shown,
                                                                PageLinks.of(uri, "members")))
                                                .build()));
    }

    /** The state of a build, live. */
    @GET
    @Path("{id:\\d{1,18}}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RequiresPermission("crm:segments:read")
    public Uni<Void> events(
            long id, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        OrganizationId organization = user.organization();
        Locale locale = headers.getAcceptableLanguages().getFirst();
        return progress.html(
                response,
                () -> segments.get(organization, id(id)),
                now -> now.getStatus().equals("ready"),
                now ->
                        Templates.state(now)
                                .setAttribute(MessageBundles.ATTRIBUTE_LOCALE, locale)
                                .createUni());
    }

    static Uni<RestResponse<TemplateInstance>> orGone(Uni<RestResponse<TemplateInstance>> answer) {
        return answer.onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.gone()).build());
    }

    static SegmentId id(long id) {
        if (id <= 0) {
            throw new NotFound("segment", id);
        }
        return new SegmentId(id);
    }
}
