package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.application.AddContactsByHand;
import io.mauntic.crm.segment.application.RemoveContactsByHand;
import io.mauntic.crm.segment.infrastructure.MemberQueries;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** Who is in a segment, or stays out of it, because a person said so. */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
class HandPages {

    private final MemberQueries members;
    private final SegmentDetails details;
    private final AddContactsByHand add;
    private final RemoveContactsByHand remove;
    private final CurrentUser user;

    HandPages(
            MemberQueries members,
            SegmentDetails details,
            AddContactsByHand add,
            RemoveContactsByHand remove,
            CurrentUser user) {
        this.members = members;
        this.details = details;
        this.add = add;
        this.remove = remove;
        this.user = user;
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
        return SegmentPages.orGone(
                members.withAddresses(organization, written)
                        .chain(
                                contacts ->
                                        contacts.isEmpty()
                                                ? details.of(
                                                                id,
                                                                1,
                                                                written,
                                                                FormErrors.of(
                                                                        "addresses",
                                                                        words.nobodyKnown()))
                                                        .map(
                                                                shown ->
                                                                        Answer.invalid(
                                                                                        SegmentPages
                                                                                                .Templates
                                                                                                .detail(
                                                                                                        shown,
                                                                                                        PageLinks
                                                                                                                .of(
                                                                                                                        uri,
                                                                                                                        "members")))
                                                                                .build())
                                                : add.handle(
                                                                organization,
                                                                SegmentPages.id(id),
                                                                contacts)
                                                        .map(
                                                                added ->
                                                                        Answer.goTo(
                                                                                        SegmentPages
                                                                                                        .LIST
                                                                                                + "/"
                                                                                                + id)
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
        String undo = SegmentPages.LIST + "/" + id + "/members/" + contact + "/add";
        return SegmentPages.orGone(
                remove.handle(user.organization(), SegmentPages.id(id), List.of(contact))
                        .map(
                                _ ->
                                        Answer.goTo(SegmentPages.LIST + "/" + id)
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
        return SegmentPages.orGone(
                add.handle(user.organization(), SegmentPages.id(id), List.of(contact))
                        .map(
                                added ->
                                        Answer.goTo(SegmentPages.LIST + "/" + id)
                                                .toast(
                                                        Words.of(SegmentMessages.class, headers)
                                                                .added(added))
                                                .build()));
    }
}
