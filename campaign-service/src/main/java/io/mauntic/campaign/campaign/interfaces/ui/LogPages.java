package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.campaign.infrastructure.CampaignQueries;
import io.mauntic.campaign.campaign.infrastructure.PageRequest;
import io.mauntic.campaign.campaign.infrastructure.WalkQueries;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.Option;
import io.mauntic.contracts.campaign.model.CampaignLogEntry;
import io.mauntic.contracts.campaign.model.CampaignLogPage;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** What was done to whom in a campaign, and what waits. */
@Path("/ui/campaign/campaigns/{id:\\d+}/log")
@Produces(MediaType.TEXT_HTML)
class LogPages {

    private static final int PAGE = 50;
    private static final List<String> STATUSES = List.of("waiting", "executed", "sent", "failed");

    private final CampaignQueries queries;
    private final WalkQueries walks;
    private final Names names;
    private final Viewers viewers;

    LogPages(CampaignQueries queries, WalkQueries walks, Names names, Viewers viewers) {
        this.queries = queries;
        this.walks = walks;
        this.names = names;
        this.viewers = viewers;
    }

    /** A line of the log. */
    public record Entry(
            long contactId,
            String contact,
            String icon,
            String step,
            String status,
            String path,
            String reason,
            OffsetDateTime at) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance log(
                long id,
                String name,
                PageLinks links,
                Pager pager,
                List<Entry> entries,
                List<Option> steps,
                boolean any);
    }

    @GET
    @RequiresPermission("campaign:campaigns:read")
    public Uni<TemplateInstance> log(
            long id,
            @Context UriInfo uri,
            @RestQuery Integer page,
            @RestQuery Long contactId,
            @RestQuery String eventKey,
            @RestQuery String status) {
        Builder.Viewer viewer = viewers.viewer();
        PageLinks links = PageLinks.of(uri);
        WalkQueries.LogQuery query =
                new WalkQueries.LogQuery(
                        Optional.ofNullable(contactId),
                        Optional.ofNullable(eventKey).filter(key -> !key.isEmpty()),
                        Optional.ofNullable(status).filter(STATUSES::contains),
                        "desc",
                        new PageRequest(page == null ? 1 : Math.clamp(page, 1, 1_000_000), PAGE));
        CampaignId campaign = new CampaignId(id);
        return queries.content(viewer.organization(), campaign)
                .chain(
                        content ->
                                walks.log(viewer.organization(), campaign, query)
                                        .chain(
                                                found ->
                                                        named(viewer, content.graph(), found)
                                                                .map(
                                                                        words ->
                                                                                Templates.log(
                                                                                        id,
                                                                                        content
                                                                                                .name(),
                                                                                        links,
                                                                                        Pager.of(
                                                                                                query.page()
                                                                                                        .page(),
                                                                                                PAGE,
                                                                                                found
                                                                                                        .getTotal()),
                                                                                        entries(
                                                                                                found,
                                                                                                content
                                                                                                        .graph(),
                                                                                                words),
                                                                                        steps(
                                                                                                content
                                                                                                        .graph(),
                                                                                                words
                                                                                                        .steps(),
                                                                                                links),
                                                                                        found
                                                                                                                .getTotal()
                                                                                                        > 0
                                                                                                || !links.query()
                                                                                                        .isEmpty()))));
    }

    private record Said(StepWords steps, Map<Long, String> contacts) {}

    private Uni<Said> named(Builder.Viewer viewer, CampaignGraph graph, CampaignLogPage found) {
        List<Long> contacts =
                found.getItems().stream().map(CampaignLogEntry::getContactId).distinct().toList();
        return names.emails(viewer.organization(), graph)
                .chain(
                        emails ->
                                names.contacts(viewer.organization(), contacts)
                                        .map(
                                                known ->
                                                        new Said(
                                                                new StepWords(
                                                                        viewer.words(),
                                                                        emails.names()),
                                                                known)));
    }

    private static List<Option> steps(CampaignGraph graph, StepWords words, PageLinks links) {
        return graph.steps().stream()
                .map(
                        step ->
                                new Option(
                                        step.key(),
                                        words.title(step.kind()),
                                        step.key().equals(links.value("eventKey"))))
                .toList();
    }

    private static List<Entry> entries(CampaignLogPage found, CampaignGraph graph, Said said) {
        return found.getItems().stream()
                .map(
                        entry -> {
                            Optional<StepKind> kind =
                                    graph.step(entry.getEventKey()).map(step -> step.kind());
                            return new Entry(
                                    entry.getContactId(),
                                    said.contacts()
                                            .getOrDefault(
                                                    entry.getContactId(),
                                                    said.steps()
                                                            .words()
                                                            .contactNumber(entry.getContactId())),
                                    kind.map(StepKind::code).map(StepWords::icon).orElse("trash"),
                                    kind.map(said.steps()::title)
                                            .orElseGet(() -> said.steps().words().removedStep()),
                                    entry.getStatus().value(),
                                    entry.getPath() == null ? null : entry.getPath().value(),
                                    said.steps().reason(entry.getReason()),
                                    entry.getAt());
                        })
                .toList();
    }
}
