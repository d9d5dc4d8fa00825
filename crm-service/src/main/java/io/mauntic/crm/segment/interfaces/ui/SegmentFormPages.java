package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.crm.segment.application.CreateSegment;
import io.mauntic.crm.segment.application.SegmentDraft;
import io.mauntic.crm.segment.application.UpdateSegment;
import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.crm.tag.TagQueries;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.rest.IfMatch;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The form of a segment with its filter builder, which works in place and, without scripts, by
 * posting the form to itself. What was typed and not saved is there again.
 */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
class SegmentFormPages {

    private static final int OFFERED_TAGS = 200;

    private final SegmentQueries segments;
    private final TagQueries tags;
    private final CreateSegment create;
    private final UpdateSegment update;
    private final Drafts drafts;
    private final CurrentUser user;

    SegmentFormPages(
            SegmentQueries segments,
            TagQueries tags,
            CreateSegment create,
            UpdateSegment update,
            Drafts drafts,
            CurrentUser user) {
        this.segments = segments;
        this.tags = tags;
        this.create = create;
        this.update = update;
        this.drafts = drafts;
        this.user = user;
    }

    @CheckedTemplate(basePath = "SegmentPages")
    static class Templates {
        static native TemplateInstance form(SegmentForm form, List<String> tags);
    }

    @GET
    @Path("new")
    @RequiresPermission("crm:segments:write")
    public Uni<TemplateInstance> blank() {
        return drafts.find(SegmentForm.place(null).thing())
                .map(
                        kept ->
                                kept.map(draft -> SegmentForm.of(null, draft))
                                        .orElseGet(SegmentForm::blank))
                .chain(this::page);
    }

    @GET
    @Path("{id:\\d{1,18}}/edit")
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> edit(long id) {
        return SegmentPages.orGone(
                segments.get(user.organization(), SegmentPages.id(id))
                        .chain(found -> left(id, found))
                        .chain(this::page)
                        .map(page -> Answer.page(page).build()));
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
                () -> create.handle(organization, SegmentForm.draft(sent)).map(SegmentId::value));
    }

    @POST
    @Path("{id:\\d{1,18}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:segments:write")
    public Uni<RestResponse<TemplateInstance>> save(
            long id, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        OrganizationId organization = user.organization();
        String base = Drafts.base(sent);
        return SegmentPages.orGone(
                save(
                        id,
                        sent,
                        headers,
                        () ->
                                update.handle(
                                                organization,
                                                SegmentPages.id(id),
                                                IfMatch.ANY,
                                                before -> unlessChanged(base, before, sent))
                                        .replaceWith(id)));
    }

    private static SegmentDraft unlessChanged(
            String base, SegmentDraft before, Map<String, List<String>> sent) {
        ChangedMeanwhile.refuse(base, SegmentForm.base(before));
        return SegmentForm.edited(before, sent);
    }

    private Uni<SegmentForm> left(long id, Segment saved) {
        return drafts.find(SegmentForm.place(id).thing())
                .map(
                        kept ->
                                kept.map(draft -> SegmentForm.of(id, draft))
                                        .orElseGet(
                                                () ->
                                                        SegmentForm.of(
                                                                id,
                                                                SegmentDraft.stored(
                                                                        saved.getName(),
                                                                        Optional.ofNullable(
                                                                                saved
                                                                                        .getDescription()),
                                                                        saved.getFilter()))));
    }

    private Uni<RestResponse<TemplateInstance>> save(
            Long id,
            Map<String, List<String>> sent,
            HttpHeaders headers,
            Supplier<Uni<Long>> saved) {
        String pressed = FilterNode.first(sent, "do", "");
        if (!pressed.isEmpty()) {
            FilterNode.Group filter = FilterEdit.apply(FilterNode.of(sent), pressed);
            return page(SegmentForm.of(id, sent, filter, FormErrors.none()))
                    .map(page -> Answer.page(page).build());
        }
        String toast = Words.of(SegmentMessages.class, headers).saved();
        return Uni.createFrom()
                .deferred(() -> saved.get())
                .call(() -> drafts.drop(SegmentForm.place(id).thing()))
                .map(segment -> Answer.goTo(SegmentPages.LIST + "/" + segment).toast(toast).build())
                .onFailure(InvalidValues.class)
                .recoverWithUni(refused -> again(422, refused(id, sent, refused)))
                .onFailure(ChangedMeanwhile.class)
                .recoverWithUni(changed -> again(409, changed(id, sent, changed)));
    }

    private static SegmentForm refused(
            Long id, Map<String, List<String>> sent, InvalidValues refused) {
        return SegmentForm.of(id, sent, FilterErrors.of(refused));
    }

    private static SegmentForm changed(
            Long id, Map<String, List<String>> sent, ChangedMeanwhile changed) {
        SegmentForm form = SegmentForm.of(id, sent, FormErrors.none());
        return form.with(form.state().over(changed.now()));
    }

    private Uni<RestResponse<TemplateInstance>> again(int status, SegmentForm form) {
        return page(form).map(page -> Answer.with(status, page).build());
    }

    private Uni<TemplateInstance> page(SegmentForm form) {
        return tags.names(user.organization(), OFFERED_TAGS)
                .map(known -> Templates.form(form, known));
    }
}
