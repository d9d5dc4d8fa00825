package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.application.EditCampaign;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes steps out of the tree, and takes edits back, one after the other. */
@Path("/ui/campaign/campaigns/{id:\\d+}")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("campaign:campaigns:write")
class TreePages {

    private static final String PAGE = "/app/campaign/campaigns/";

    private final Builder builder;
    private final EditCampaign editCampaign;
    private final Viewers viewers;

    TreePages(Builder builder, EditCampaign editCampaign, Viewers viewers) {
        this.builder = builder;
        this.editCampaign = editCampaign;
        this.viewers = viewers;
    }

    @POST
    @Path("steps/{key}/delete")
    public Uni<RestResponse<TemplateInstance>> delete(long id, String key) {
        Builder.Viewer viewer = viewers.viewer();
        List<Integer> removed = new ArrayList<>();
        return editCampaign
                .handle(
                        viewer.organization(),
                        new CampaignId(id),
                        campaign -> {
                            Set<String> gone = withAllBelow(campaign.content().graph(), key);
                            removed.add(gone.size());
                            return StepEdits.content(
                                    campaign, StepEdits.without(campaign.content().graph(), gone));
                        })
                .map(
                        _ ->
                                Answer.goTo(PAGE + id)
                                        .toast(
                                                viewer.words().stepDeleted(removed.getLast()),
                                                PAGE + id + "/undo")
                                        .build());
    }

    @POST
    @Path("undo")
    public Uni<RestResponse<TemplateInstance>> undo(long id) {
        Builder.Viewer viewer = viewers.viewer();
        return moved(
                viewer,
                id,
                viewer.words().undone(),
                editCampaign.undo(viewer.organization(), new CampaignId(id)));
    }

    @POST
    @Path("redo")
    public Uni<RestResponse<TemplateInstance>> redo(long id) {
        Builder.Viewer viewer = viewers.viewer();
        return moved(
                viewer,
                id,
                viewer.words().redone(),
                editCampaign.redo(viewer.organization(), new CampaignId(id)));
    }

    private Uni<RestResponse<TemplateInstance>> moved(
            Builder.Viewer viewer, long id, String told, Uni<Void> move) {
        return move.map(_ -> Answer.goTo(PAGE + id).toast(told).build())
                .onFailure(InvalidValues.class)
                .recoverWithUni(
                        refused ->
                                builder.view(
                                                viewer,
                                                new CampaignId(id),
                                                new Opened.Nothing(),
                                                List.of())
                                        .map(
                                                view ->
                                                        Answer.invalid(
                                                                        BuilderPages.Templates
                                                                                .builder(view))
                                                                .toast(refused.getMessage())
                                                                .build()));
    }

    private static Set<String> withAllBelow(CampaignGraph graph, String key) {
        Step first = graph.step(key).orElseThrow(() -> new NotFound("step", key));
        Set<String> keys = new HashSet<>(Set.of(first.key()));
        graph.below(key).stream().map(Step::key).forEach(keys::add);
        return keys;
    }
}
