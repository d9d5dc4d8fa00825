package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.application.CreateSegment;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.application.SegmentDraft;
import io.mauntic.crm.segment.application.UpdateSegment;
import io.mauntic.crm.segment.infrastructure.MemberQueries;
import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.crm.tag.TagQueries;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
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
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The form of a segment with its filter builder, which works in place and, without scripts, by
 * posting the form to itself.
 */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
class SegmentFormPages {

    private static final int OFFERED_TAGS = 200;
    private static final long UNKNOWN = -1;

    private final SegmentQueries segments;
    private final MemberQueries members;
    private final TagQueries tags;
    private final CreateSegment create;
    private final UpdateSegment update;
    private final CurrentUser user;

    SegmentFormPages(
            SegmentQueries segments,
            MemberQueries members,
            TagQueries tags,
            CreateSegment create,
            UpdateSegment update,
            CurrentUser user) {
        this.segments = segments;
        this.members = members;
        this.tags = tags;
        this.create = create;
        this.update = update;
        this.user = user;
    }

    @CheckedTemplate(basePath = "SegmentPages")
    static class Templates {
        static native TemplateInstance form(SegmentForm form);

        static native TemplateInstance builder(FilterBuilder filter);

        static native TemplateInstance count(long count);
    }

    @GET
    @Path("new")
    @RequiresPermission("crm:segments:write")
    public Uni<TemplateInstance> blank() {
        return tags().map(known -> Templates.form(SegmentForm.blank(known)));
    }

    @GET
    @Path("{id:\\d{1,18}}/edit")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> edit(long id) {
        return SegmentPages.orGone(
                segments.get(user.organization(), SegmentPages.id(id))
                        .map(
                                found ->
                                        SegmentDraft.of(
                                                found.getName(),
                                                found.getDescription(),
                                                found.getFilter()))
                        .chain(
                                draft ->
                                        tags().map(
                                                        known ->
                                                                Answer.page(
                                                                                Templates.form(
                                                                                        SegmentForm
                                                                                                .of(
                                                                                                        id,
                                                                                                        draft,
                                                                                                        known)))
                                                                        .build())));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> create(
            MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        OrganizationId organization = user.organization();
        return save(
                null,
                sent,
                headers,
                draft -> create.handle(organization, draft).map(SegmentId::value));
    }

    @POST
    @Path("{id:\\d{1,18}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> save(
            long id, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        OrganizationId organization = user.organization();
        return SegmentPages.orGone(
                save(
                        id,
                        sent,
                        headers,
                        draft ->
                                update.handle(organization, SegmentPages.id(id), _ -> draft)
                                        .replaceWith(id)));
    }

    /**
     * The builder after one of its buttons was pressed, or another field or comparison was chosen.
     */
    @POST
    @Path("builder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:segments:read")
    public RestResponse<TemplateInstance> builder(MultivaluedMap<String, String> sent) {
        FilterNode.Group filter = FilterEdit.apply(FilterNode.of(sent), sent.getFirst("do"));
        return Answer.page(Templates.builder(FilterBuilder.of(filter, FormErrors.none())))
                .event("filterChanged")
                .build();
    }

    /** How many contacts the filter in the making finds. */
    @POST
    @Path("count")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:segments:read")
    public Uni<TemplateInstance> count(MultivaluedMap<String, String> sent) {
        try {
            return members.count(user.organization(), FilterReader.read(FilterNode.of(sent).tree()))
                    .map(Templates::count);
        } catch (InvalidValues unfinished) {
            return Uni.createFrom().item(Templates.count(UNKNOWN));
        }
    }

    private Uni<RestResponse<TemplateInstance>> save(
            Long id,
            MultivaluedMap<String, String> sent,
            HttpHeaders headers,
            Function<SegmentDraft, Uni<Long>> saved) {
        if (sent.getFirst("do") != null) {
            FilterNode.Group filter = FilterEdit.apply(FilterNode.of(sent), sent.getFirst("do"));
            return tags().map(
                            known ->
                                    Answer.page(
                                                    Templates.form(
                                                            SegmentForm.of(
                                                                    id,
                                                                    sent,
                                                                    filter,
                                                                    FormErrors.none(),
                                                                    known)))
                                            .build());
        }
        try {
            String toast = Words.of(SegmentMessages.class, headers).saved();
            return saved.apply(SegmentForm.draft(sent))
                    .map(
                            segment ->
                                    Answer.goTo("/app/crm/segments/" + segment)
                                            .toast(toast)
                                            .build());
        } catch (InvalidValues refused) {
            FormErrors errors = FilterErrors.of(refused);
            return tags().map(
                            known ->
                                    Answer.invalid(
                                                    Templates.form(
                                                            SegmentForm.of(
                                                                    id,
                                                                    sent,
                                                                    FilterNode.of(sent),
                                                                    errors,
                                                                    known)))
                                            .build());
        }
    }

    private Uni<List<String>> tags() {
        return tags.names(user.organization(), OFFERED_TAGS);
    }
}
