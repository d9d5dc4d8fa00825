package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.kernel.NotFound;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of a graph when a step is added, changed or taken out; not checked. */
final class StepEdits {

    private StepEdits() {}

    static GraphDraft added(CampaignGraph graph, StepForm form, String key, Place place) {
        GraphDraft draft = graph.draft();
        return new GraphDraft(
                draft.sources(),
                Stream.concat(
                                draft.events().stream(),
                                Stream.of(form.draft(key, place.after(), place.path())))
                        .toList());
    }

    static GraphDraft edited(CampaignGraph graph, StepForm form, String key) {
        GraphDraft draft = graph.draft();
        List<GraphDraft.Step> steps =
                draft.events().stream()
                        .map(
                                step ->
                                        step.key().equals(key)
                                                ? form.draft(key, step.parent(), step.path())
                                                : step)
                        .toList();
        return new GraphDraft(draft.sources(), steps);
    }

    static GraphDraft without(CampaignGraph graph, Set<String> keys) {
        GraphDraft draft = graph.draft();
        return new GraphDraft(
                draft.sources(),
                draft.events().stream().filter(step -> !keys.contains(step.key())).toList());
    }

    /**
     * The form of a step as it is.
     *
     * @throws NotFound when it is gone
     */
    static StepForm saved(CampaignGraph graph, String key) {
        return graph.step(key).map(StepForm::of).orElseThrow(() -> new NotFound("step", key));
    }

    static CampaignContent content(Campaign campaign, GraphDraft steps) {
        CampaignContent content = campaign.content();
        return new CampaignContent(
                content.name(), content.reentry(), CampaignGraph.of(steps, content.graph()));
    }
}
