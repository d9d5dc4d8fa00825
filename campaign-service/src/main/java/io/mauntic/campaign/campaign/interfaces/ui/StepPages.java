package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.application.EditCampaign;
import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.campaign.campaign.infrastructure.CampaignQueries;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Draft;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The forms of steps: what a new one shall do, and what one does. */
@Path("/ui/campaign/campaigns/{id:\\d+}")
@Produces(MediaType.TEXT_HTML)
class StepPages {

    private static final String PAGE = "/app/campaign/campaigns/";

    private final Builder builder;
    private final EditCampaign editCampaign;
    private final Viewers viewers;
    private final CampaignQueries queries;
    private final Drafts drafts;
    private final Clock clock;

    StepPages(
            Builder builder,
            EditCampaign editCampaign,
            Viewers viewers,
            CampaignQueries queries,
            Drafts drafts,
            Clock clock) {
        this.builder = builder;
        this.editCampaign = editCampaign;
        this.viewers = viewers;
        this.queries = queries;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GET
    @Path("steps/new")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<TemplateInstance> add(
            long id, @RestQuery String after, @RestQuery String path, @RestQuery String kind) {
        Place place = new Place(after, path);
        if (kind == null) {
            return page(id, new Opened.Palette(place));
        }
        StepDraft draft = StepDraft.of(id, place, kind);
        return drafts.find(draft.thing())
                .chain(
                        kept ->
                                page(
                                        id,
                                        new Opened.NewStep(
                                                place,
                                                kept.map(left -> StepForm.of(left.values()))
                                                        .orElseGet(() -> StepForm.blank(kind)),
                                                kept.map(draft::kept)
                                                        .orElseGet(() -> draft.fresh("")),
                                                FormErrors.none())));
    }

    @POST
    @Path("steps/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> added(
            long id,
            @RestQuery String after,
            @RestQuery String path,
            @RestQuery String kind,
            MultivaluedMap<String, String> typed) {
        Place place = new Place(after, path);
        StepForm form = StepForm.of(kind == null ? "" : kind, typed);
        StepDraft draft = StepDraft.of(id, place, form.kind());
        String key = form.kind().replace('.', '-') + "-" + Long.toString(clock.millis(), 36);
        return change(
                draft,
                campaign -> StepEdits.added(campaign.content().graph(), form, key, place),
                CampaignMessages::stepAdded,
                "#step-" + key,
                (state, errors) -> new Opened.NewStep(place, form, state, errors),
                draft.sent(typed));
    }

    @GET
    @Path("steps/{key}")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<TemplateInstance> edit(long id, String key) {
        StepDraft draft = new StepDraft(id, key);
        return queries.content(viewers.viewer().organization(), new CampaignId(id))
                .map(content -> StepEdits.saved(content.graph(), key))
                .chain(
                        saved ->
                                drafts.find(draft.thing())
                                        .chain(kept -> page(id, left(draft, saved, kept))));
    }

    @POST
    @Path("steps/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> edited(
            long id, String key, MultivaluedMap<String, String> typed) {
        StepForm form = StepForm.of(typed);
        StepDraft draft = new StepDraft(id, key);
        String base = Drafts.base(typed);
        return change(
                draft,
                campaign -> {
                    CampaignGraph graph = campaign.content().graph();
                    ChangedMeanwhile.refuse(base, StepDraft.base(StepEdits.saved(graph, key)));
                    return StepEdits.edited(graph, form, key);
                },
                CampaignMessages::stepSaved,
                "#step-" + key,
                (state, errors) -> new Opened.EditStep(key, Optional.of(form), state, errors),
                draft.sent(typed));
    }

    private static Opened left(StepDraft draft, StepForm saved, Optional<Draft> kept) {
        return new Opened.EditStep(
                draft.name(),
                kept.map(left -> StepForm.of(left.values())),
                kept.map(draft::kept).orElseGet(() -> draft.fresh(StepDraft.base(saved))),
                FormErrors.none());
    }

    private Uni<RestResponse<TemplateInstance>> change(
            StepDraft draft,
            Function<Campaign, GraphDraft> change,
            Function<CampaignMessages, String> told,
            String anchor,
            BiFunction<BuilderState, FormErrors, Opened> again,
            BuilderState state) {
        Builder.Viewer viewer = viewers.viewer();
        CampaignId id = new CampaignId(draft.campaign());
        return editCampaign
                .handle(
                        viewer.organization(),
                        id,
                        campaign -> StepEdits.content(campaign, change.apply(campaign)))
                .call(() -> drafts.drop(draft.thing()))
                .map(
                        _ ->
                                Answer.goTo(PAGE + id.value() + anchor)
                                        .toast(told.apply(viewer.words()))
                                        .build())
                .onFailure(ChangedMeanwhile.class)
                .recoverWithUni(
                        changed ->
                                again(
                                        viewer,
                                        id,
                                        409,
                                        again.apply(state.over(changed.now()), FormErrors.none())))
                .onFailure(
                        refused ->
                                refused instanceof DomainException known
                                        && known.kind() != DomainException.Kind.NOT_FOUND)
                .recoverWithUni(
                        refused ->
                                again(
                                        viewer,
                                        id,
                                        422,
                                        again.apply(
                                                state, StepErrors.of((DomainException) refused))));
    }

    private Uni<RestResponse<TemplateInstance>> again(
            Builder.Viewer viewer, CampaignId id, int status, Opened opened) {
        return builder.view(viewer, id, opened, List.of())
                .map(view -> Answer.with(status, BuilderPages.Templates.builder(view)).build());
    }

    private Uni<TemplateInstance> page(long id, Opened opened) {
        return builder.view(viewers.viewer(), new CampaignId(id), opened, List.of())
                .map(BuilderPages.Templates::builder);
    }
}
