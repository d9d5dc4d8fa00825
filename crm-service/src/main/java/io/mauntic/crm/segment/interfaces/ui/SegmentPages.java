package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.contracts.crm.model.SegmentMember;
import io.mauntic.contracts.crm.model.SegmentMemberPage;
import io.mauntic.crm.segment.application.AddContactsByHand;
import io.mauntic.crm.segment.application.DeleteSegment;
import io.mauntic.crm.segment.application.RemoveContactsByHand;
import io.mauntic.crm.segment.infrastructure.MemberQueries;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The list of segments, and one of them with its members. */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
class SegmentPages {

    private static final String LIST = "/app/crm/segments";
    private static final int ROWS = 25;

    private final SegmentQueries segments;
    private final MemberQueries members;
    private final AddContactsByHand add;
    private final RemoveContactsByHand remove;
    private final DeleteSegment delete;
    private final Progress progress;
    private final CurrentUser user;

    SegmentPages(
            SegmentQueries segments,
            MemberQueries members,
            AddContactsByHand add,
            RemoveContactsByHand remove,
            DeleteSegment delete,
            Progress progress,
            CurrentUser user) {
        this.segments = segments;
        this.members = members;
        this.add = add;
        this.remove = remove;
        this.delete = delete;
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
                shown(id, page, "", FormErrors.none())
                        .map(
                                shown ->
                                        Answer.page(
                                                        Templates.detail(
                                                                shown,
                                                                PageLinks.of(uri, "members")))
                                                .build()));
    }

    /** Adds the contacts with these addresses by hand. */
    @POST
    @Path("{id:\\d{1,18}}")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> add(
            long id,
            @RestForm String addresses,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        OrganizationId organization = user.organization();
        SegmentMessages words = Words.of(SegmentMessages.class, headers);
        String written = addresses == null ? "" : addresses;
        return orGone(
                members.withAddresses(organization, written)
                        .chain(
                                contacts ->
                                        contacts.isEmpty()
                                                ? shown(
                                                                id,
                                                                1,
                                                                written,
                                                                FormErrors.of(
                                                                        "addresses",
                                                                        words.nobodyKnown()))
                                                        .map(
                                                                shown ->
                                                                        Answer.invalid(
                                                                                        Templates
                                                                                                .detail(
                                                                                                        shown,
                                                                                                        PageLinks
                                                                                                                .of(
                                                                                                                        uri,
                                                                                                                        "members")))
                                                                                .build())
                                                : add.handle(organization, id(id), contacts)
                                                        .map(
                                                                added ->
                                                                        Answer.goTo(LIST + "/" + id)
                                                                                .toast(
                                                                                        words.added(
                                                                                                added))
                                                                                .build())));
    }

    @POST
    @Path("{id:\\d{1,18}}/members/{contact:\\d{1,18}}/remove")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> remove(
            long id, long contact, @Context HttpHeaders headers) {
        String undo = LIST + "/" + id + "/members/" + contact + "/add";
        return orGone(
                remove.handle(user.organization(), id(id), List.of(contact))
                        .map(
                                _ ->
                                        Answer.goTo(LIST + "/" + id)
                                                .toast(
                                                        Words.of(SegmentMessages.class, headers)
                                                                .removed(),
                                                        undo)
                                                .build()));
    }

    @POST
    @Path("{id:\\d{1,18}}/members/{contact:\\d{1,18}}/add")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> undoRemove(
            long id, long contact, @Context HttpHeaders headers) {
        return orGone(
                add.handle(user.organization(), id(id), List.of(contact))
                        .map(
                                added ->
                                        Answer.goTo(LIST + "/" + id)
                                                .toast(
                                                        Words.of(SegmentMessages.class, headers)
                                                                .added(added))
                                                .build()));
    }

    @GET
    @Path("{id:\\d{1,18}}/delete")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> askToDelete(long id) {
        return orGone(
                segments.get(user.organization(), id(id))
                        .map(
                                found ->
                                        Answer.page(
                                                        Templates.delete(
                                                                found,
                                                                LIST + "/" + id,
                                                                LIST + "/" + id + "/delete"))
                                                .build()));
    }

    @POST
    @Path("{id:\\d{1,18}}/delete")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> delete(long id, @Context HttpHeaders headers) {
        return orGone(
                delete.handle(user.organization(), id(id))
                        .map(
                                _ ->
                                        Answer.goTo(LIST)
                                                .toast(
                                                        Words.of(SegmentMessages.class, headers)
                                                                .deleted())
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

    private Uni<SegmentDetail> shown(long id, int page, String addresses, FormErrors errors) {
        OrganizationId organization = user.organization();
        boolean mayWrite = user.may("crm:segments:write");
        return segments.get(organization, id(id))
                .chain(
                        segment ->
                                members.page(organization, id(id), Math.max(1, page), ROWS, null)
                                        .map(
                                                found ->
                                                        detail(
                                                                segment, found, addresses, errors,
                                                                mayWrite)));
    }

    private static SegmentDetail detail(
            Segment segment,
            SegmentMemberPage found,
            String addresses,
            FormErrors errors,
            boolean mayWrite) {
        return new SegmentDetail(
                segment,
                FilterBuilder.of(FilterNode.of(segment.getFilter()), FormErrors.none()),
                found.getItems().stream().map(SegmentPages::member).toList(),
                Pager.of(found.getPage(), found.getLimit(), found.getTotal()),
                addresses,
                errors,
                mayWrite);
    }

    private static SegmentDetail.Member member(SegmentMember member) {
        String name =
                String.join(
                        " ",
                        Stream.of(member.getFirstname(), member.getLastname())
                                .filter(Objects::nonNull)
                                .toList());
        String email = member.getEmail() == null ? "" : member.getEmail();
        String title = !name.isEmpty() ? name : !email.isEmpty() ? email : "#" + member.getId();
        return new SegmentDetail.Member(
                member.getId(), title, email, member.getManually(), member.getSince());
    }
}
