package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.application.PublishCampaign;
import io.mauntic.campaign.campaign.application.StopCampaign;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishing, stopping and deleting a campaign with the mouse. */
@Path("/ui/campaign/campaigns/{id:\\d+}")
@Produces(MediaType.TEXT_HTML)
class LifePages {

    private static final String PAGE = "/app/campaign/campaigns/";

    private final PublishCampaign publishCampaign;
    private final StopCampaign stopCampaign;
    private final Builder builder;
    private final Viewers viewers;

    LifePages(
            PublishCampaign publishCampaign,
            StopCampaign stopCampaign,
            Builder builder,
            Viewers viewers) {
        this.publishCampaign = publishCampaign;
        this.stopCampaign = stopCampaign;
        this.builder = builder;
        this.viewers = viewers;
    }

    @POST
    @Path("publish")
    @RequiresPermission("campaign:campaigns:publish")
    public Uni<RestResponse<TemplateInstance>> publish(long id) {
        Builder.Viewer viewer = viewers.viewer();
        return publishCampaign
                .handle(viewer.organization(), new CampaignId(id))
                .map(_ -> Answer.goTo(PAGE + id).toast(viewer.words().publishedNow()).build())
                .onFailure(
                        refused ->
                                refused instanceof DomainException known
                                        && known.kind() != DomainException.Kind.NOT_FOUND)
                .recoverWithUni(refused -> refused(viewer, id, (DomainException) refused));
    }

    private Uni<RestResponse<TemplateInstance>> refused(
            Builder.Viewer viewer, long id, DomainException refused) {
        List<Violation> violations =
                refused.violations().isEmpty()
                        ? List.of(new Violation("", refused.getMessage()))
                        : refused.violations();
        return builder.view(viewer, new CampaignId(id), new Opened.Nothing(), violations)
                .map(view -> Answer.invalid(BuilderPages.Templates.builder(view)).build());
    }

    @POST
    @Path("unpublish")
    @RequiresPermission("campaign:campaigns:publish")
    public Uni<RestResponse<TemplateInstance>> unpublish(long id) {
        CampaignMessages words = viewers.words();
        return stopCampaign
                .unpublish(viewers.viewer().organization(), new CampaignId(id))
                .map(_ -> Answer.goTo(PAGE + id).toast(words.unpublishedNow()).build());
    }

    @POST
    @Path("delete")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> delete(long id) {
        CampaignMessages words = viewers.words();
        return stopCampaign
                .delete(viewers.viewer().organization(), new CampaignId(id))
                .map(
                        _ ->
                                Answer.goTo("/app/campaign/campaigns")
                                        .toast(words.deleted(), PAGE + id + "/restore")
                                        .build());
    }

    @POST
    @Path("restore")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> restore(long id) {
        CampaignMessages words = viewers.words();
        return stopCampaign
                .restore(viewers.viewer().organization(), new CampaignId(id))
                .map(_ -> Answer.goTo(PAGE + id).toast(words.restored()).build());
    }
}
