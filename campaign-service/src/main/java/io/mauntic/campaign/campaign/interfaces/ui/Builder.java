package io.mauntic.campaign.campaign.interfaces.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.campaign.campaign.domain.Source;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.campaign.infrastructure.CampaignQueries;
import io.mauntic.campaign.campaign.infrastructure.WalkQueries;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.SourceView;
import io.mauntic.contracts.campaign.model.Campaign;
import io.mauntic.contracts.campaign.model.CampaignEventFigures;
import io.mauntic.contracts.campaign.model.CampaignFigures;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gathers what the builder shows: the campaign, its figures, the names of what it refers to. */
@ApplicationScoped
class Builder {

    private static final Pattern STEP = Pattern.compile("events\\[(\\d{1,4})].*");

    private final CampaignQueries queries;
    private final WalkQueries walks;
    private final Names names;
    private final ObjectMapper json;

    Builder(CampaignQueries queries, WalkQueries walks, Names names, ObjectMapper json) {
        this.queries = queries;
        this.walks = walks;
        this.names = names;
        this.json = json;
    }

    /** Who looks at the builder, and in which words. */
    record Viewer(
            OrganizationId organization,
            boolean mayWrite,
            boolean mayPublish,
            CampaignMessages words) {}

    /**
     * @param violations what publishing refused
     */
    Uni<BuilderView> view(Viewer viewer, CampaignId id, Opened opened, List<Violation> violations) {
        OrganizationId organization = viewer.organization();
        return queries.get(organization, id)
                .chain(
                        campaign ->
                                walks.figures(organization, id)
                                        .chain(
                                                figures ->
                                                        queries.edits(organization, id)
                                                                .map(
                                                                        edits ->
                                                                                new Seen(
                                                                                        campaign,
                                                                                        figures,
                                                                                        edits))))
                .chain(seen -> view(viewer, seen, opened, violations));
    }

    CampaignGraph graph(Campaign campaign) {
        return CampaignGraph.stored(
                new GraphDraft(
                        List.of(
                                json.convertValue(
                                        campaign.getSources(), GraphDraft.Source[].class)),
                        List.of(json.convertValue(campaign.getEvents(), GraphDraft.Step[].class))));
    }

    private record Seen(Campaign campaign, CampaignFigures figures, CampaignQueries.Edits edits) {}

    private Uni<BuilderView> view(
            Viewer viewer, Seen seen, Opened opened, List<Violation> violations) {
        CampaignGraph graph = graph(seen.campaign());
        List<Long> segments =
                graph.sources().stream()
                        .map(Source::segment)
                        .map(segment -> segment.value())
                        .toList();
        return names.emails(viewer.organization(), graph)
                .chain(
                        emails ->
                                names.segments(viewer.organization(), segments)
                                        .map(
                                                sources ->
                                                        draw(
                                                                viewer,
                                                                seen,
                                                                graph,
                                                                opened,
                                                                violations,
                                                                emails,
                                                                sources)));
    }

    private static BuilderView draw(
            Viewer viewer,
            Seen seen,
            CampaignGraph graph,
            Opened opened,
            List<Violation> violations,
            Names.Known emails,
            Names.Known segments) {
        Campaign campaign = seen.campaign();
        CampaignFigures figures = seen.figures();
        Map<String, String> problems = new HashMap<>();
        graph.steps().stream()
                .filter(
                        step ->
                                step.kind() instanceof StepKind.SendEmail email
                                        && emails.missing().contains(email.emailId()))
                .forEach(
                        step ->
                                problems.put(
                                        step.key(),
                                        viewer.words().email()
                                                + " "
                                                + viewer.words().goneReference()));
        violations.forEach(
                violation ->
                        at(graph, violation)
                                .ifPresent(key -> problems.put(key, violation.message())));
        Map<String, CampaignEventFigures> counts =
                figures.getEvents().stream()
                        .collect(
                                Collectors.toMap(
                                        CampaignEventFigures::getKey, Function.identity()));
        TreeDrawing tree =
                new TreeDrawing(
                        campaign.getId(),
                        graph,
                        viewer.mayWrite(),
                        new StepWords(viewer.words(), emails.names()),
                        counts,
                        problems,
                        opened);
        return new BuilderView(
                campaign.getId(),
                campaign.getName(),
                campaign.getStatus().value(),
                campaign.getPublished(),
                viewer.mayWrite(),
                viewer.mayPublish(),
                graph.sources().stream()
                        .map(Source::segment)
                        .map(
                                segment ->
                                        new SourceView(
                                                segment.value(),
                                                segments.names()
                                                        .getOrDefault(
                                                                segment.value(),
                                                                viewer.words()
                                                                        .segmentNumber(
                                                                                segment.value())),
                                                segments.missing().contains(segment.value())))
                        .toList(),
                figures,
                violations.stream()
                        .filter(violation -> at(graph, violation).isEmpty())
                        .map(Violation::message)
                        .toList(),
                tree.lines(),
                new BuilderView.Edits(
                        seen.edits().past() > 0,
                        seen.edits().future() > 0,
                        campaign.getUpdatedAt(),
                        opened.isForm()),
                campaign.getPublished() && opened instanceof Opened.Nothing);
    }

    private static Optional<String> at(CampaignGraph graph, Violation violation) {
        Matcher step = STEP.matcher(violation.field());
        return step.matches() && Integer.parseInt(step.group(1)) < graph.steps().size()
                ? Optional.of(graph.steps().get(Integer.parseInt(step.group(1))).key())
                : Optional.empty();
    }
}
