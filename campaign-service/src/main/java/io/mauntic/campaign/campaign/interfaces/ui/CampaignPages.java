package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.application.CreateCampaign;
import io.mauntic.campaign.campaign.application.EditCampaign;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.infrastructure.CampaignQueries;
import io.mauntic.campaign.campaign.infrastructure.PageRequest;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.Option;
import io.mauntic.contracts.campaign.model.CampaignListItem;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The list of campaigns, and what is decided about a campaign besides its steps. */
@Path("/ui/campaign/campaigns")
@Produces(MediaType.TEXT_HTML)
class CampaignPages {

    private static final int PAGE = 20;

    private final CampaignQueries queries;
    private final CreateCampaign createCampaign;
    private final EditCampaign editCampaign;
    private final Names names;
    private final Viewers viewers;

    CampaignPages(
            CampaignQueries queries,
            CreateCampaign createCampaign,
            EditCampaign editCampaign,
            Names names,
            Viewers viewers) {
        this.queries = queries;
        this.createCampaign = createCampaign;
        this.editCampaign = editCampaign;
        this.names = names;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links,
                Pager pager,
                List<CampaignListItem> campaigns,
                boolean mayWrite,
                boolean any);

        static native TemplateInstance form(
                String address,
                CampaignForm form,
                List<Option> segments,
                FormErrors errors,
                boolean fresh);
    }

    @GET
    @RequiresPermission("campaign:campaigns:read")
    public Uni<TemplateInstance> list(@Context UriInfo uri, @RestQuery Integer page) {
        PageLinks links = PageLinks.of(uri);
        PageRequest wanted =
                new PageRequest(page == null ? 1 : Math.clamp(page, 1, 1_000_000), PAGE);
        CampaignQueries.Query query =
                new CampaignQueries.Query(
                        Optional.of(links.value("search")),
                        Optional.of(links.value("status")).filter(status -> !status.isEmpty()),
                        links.value("orderBy"),
                        links.value("orderDir"),
                        wanted);
        Builder.Viewer viewer = viewers.viewer();
        boolean filtered = links.has("search") || links.has("status");
        return queries.list(viewer.organization(), query)
                .map(
                        found ->
                                Templates.list(
                                        links,
                                        Pager.of(wanted.page(), PAGE, found.getTotal()),
                                        found.getItems(),
                                        viewer.mayWrite(),
                                        filtered || found.getTotal() > 0));
    }

    @GET
    @Path("new")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<TemplateInstance> blank() {
        return form(Optional.empty(), new CampaignForm("", List.of(), false), FormErrors.none());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> create(MultivaluedMap<String, String> typed) {
        CampaignForm form = CampaignForm.of(typed);
        CampaignMessages words = viewers.words();
        return Uni.createFrom()
                .deferred(
                        () ->
                                createCampaign.handle(
                                        viewers.viewer().organization(),
                                        form.content(CampaignGraph.EMPTY)))
                .map(
                        id ->
                                Answer.goTo("/app/campaign/campaigns/" + id)
                                        .toast(words.created())
                                        .build())
                .onFailure(DomainException.class)
                .recoverWithUni(refused -> invalid(Optional.empty(), form, refused));
    }

    @GET
    @Path("{id:\\d+}/edit")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<TemplateInstance> settings(long id) {
        return queries.content(viewers.viewer().organization(), new CampaignId(id))
                .chain(
                        content ->
                                form(Optional.of(id), CampaignForm.of(content), FormErrors.none()));
    }

    @POST
    @Path("{id:\\d+}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> save(long id, MultivaluedMap<String, String> typed) {
        CampaignForm form = CampaignForm.of(typed);
        CampaignMessages words = viewers.words();
        return editCampaign
                .handle(
                        viewers.viewer().organization(),
                        new CampaignId(id),
                        campaign -> form.content(campaign.content().graph()))
                .map(_ -> Answer.goTo("/app/campaign/campaigns/" + id).toast(words.saved()).build())
                .onFailure(
                        refused ->
                                refused instanceof DomainException known
                                        && known.kind() != DomainException.Kind.NOT_FOUND)
                .recoverWithUni(
                        refused -> invalid(Optional.of(id), form, (DomainException) refused));
    }

    private Uni<RestResponse<TemplateInstance>> invalid(
            Optional<Long> id, CampaignForm form, DomainException refused) {
        FormErrors errors =
                refused.violations().isEmpty()
                        ? FormErrors.of("name", refused.getMessage())
                        : FormErrors.none();
        for (var violation : refused.violations()) {
            errors =
                    errors.with(
                            violation.field().startsWith("sources") ? "segments" : "name",
                            violation.message());
        }
        return form(id, form, errors).map(page -> Answer.invalid(page).build());
    }

    private Uni<TemplateInstance> form(Optional<Long> id, CampaignForm form, FormErrors errors) {
        CampaignMessages words = viewers.words();
        return names.segments(viewers.viewer().organization(), form.segments())
                .map(
                        known ->
                                Templates.form(
                                        id.map(one -> "/app/campaign/campaigns/" + one + "/edit")
                                                .orElse("/app/campaign/campaigns/new"),
                                        form,
                                        options(known, form, words),
                                        errors,
                                        id.isEmpty()));
    }

    private static List<Option> options(
            Names.Known known, CampaignForm form, CampaignMessages words) {
        Map<Long, String> names = new java.util.TreeMap<>(known.names());
        form.segments().stream()
                .filter(id -> !known.missing().contains(id))
                .forEach(id -> names.putIfAbsent(id, words.segmentNumber(id)));
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .map(
                        segment ->
                                new Option(
                                        segment.getKey().toString(),
                                        segment.getValue(),
                                        form.segments().contains(segment.getKey())))
                .toList();
    }
}
