package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;

/** Name, segments and re-entry, as they were typed. */
public record CampaignForm(String name, List<Long> segments, boolean reentry) {

    static CampaignForm of(MultivaluedMap<String, String> typed) {
        List<Long> segments =
                typed.getOrDefault("segments", List.of()).stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .distinct()
                        .toList();
        return new CampaignForm(
                Objects.requireNonNullElse(typed.getFirst("name"), ""),
                segments,
                typed.containsKey("reentry"));
    }

    static CampaignForm of(CampaignContent content) {
        return new CampaignForm(
                content.name(),
                content.graph().sources().stream().map(source -> source.segment().value()).toList(),
                content.reentry());
    }

    /** With these steps. */
    CampaignContent content(CampaignGraph steps) {
        GraphDraft draft =
                new GraphDraft(
                        segments.stream().map(id -> new GraphDraft.Source("segment", id)).toList(),
                        steps.draft().events());
        return new CampaignContent(name, reentry, CampaignGraph.of(draft, steps));
    }
}
