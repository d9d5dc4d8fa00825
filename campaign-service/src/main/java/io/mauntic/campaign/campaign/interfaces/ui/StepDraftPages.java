package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.campaign.campaign.infrastructure.CampaignQueries;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.drafts.DraftAnswer;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.UiMessages;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps what is typed into the form of a step; contacts walk the steps that are saved. */
@Path("/ui/campaign/campaigns/{id:\\d{1,18}}/steps/{name:[A-Za-z0-9_.~-]{1,200}}/draft")
@RequiresPermission("campaign:campaigns:write")
class StepDraftPages {

    private final Drafts drafts;
    private final CampaignQueries queries;
    private final Viewers viewers;

    StepDraftPages(Drafts drafts, CampaignQueries queries, Viewers viewers) {
        this.drafts = drafts;
        this.queries = queries;
        this.viewers = viewers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<DraftAnswer> keep(long id, String name, String body) {
        StepDraft draft = new StepDraft(id, name);
        StepForm form = StepForm.of(UrlEncodedBody.parse(body));
        return queries.content(viewers.viewer().organization(), new CampaignId(id))
                .chain(
                        content ->
                                drafts.keep(
                                        draft.thing(),
                                        body,
                                        problems(content.graph(), draft, form)));
    }

    @POST
    @Path("discard")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> discard(
            long id, String name, @Context HttpHeaders headers) {
        StepDraft draft = new StepDraft(id, name);
        String told = Words.of(UiMessages.class, headers).builderDiscarded();
        return queries.content(viewers.viewer().organization(), new CampaignId(id))
                .call(() -> drafts.drop(draft.thing()))
                .map(_ -> Answer.goTo(draft.page()).toast(told).build());
    }

    private static List<Violation> problems(CampaignGraph graph, StepDraft draft, StepForm form) {
        GraphDraft wanted =
                draft.newPlace()
                        .map(place -> StepEdits.added(graph, form, "new", place))
                        .orElseGet(() -> StepEdits.edited(graph, form, draft.name()));
        try {
            CampaignGraph.of(wanted);
            return List.of();
        } catch (InvalidValues refused) {
            return StepErrors.inForm(refused);
        }
    }
}
