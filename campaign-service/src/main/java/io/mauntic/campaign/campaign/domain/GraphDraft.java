package io.mauntic.campaign.campaign.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A campaign as it was typed: the shape of the contract, not yet checked. */
public record GraphDraft(List<Source> sources, List<Step> events) {

    public static final GraphDraft EMPTY = new GraphDraft(List.of(), List.of());

    public GraphDraft {
        sources = sources == null ? List.of() : sources;
        events = events == null ? List.of() : events;
    }

    /** Where contacts come from. */
    public record Source(String type, Long id) {}

    /** An event of the campaign. */
    public record Step(
            String key,
            String type,
            String kind,
            String parent,
            String path,
            Map<String, Object> properties,
            Timing schedule) {

        public Step {
            properties = properties == null ? Map.of() : properties;
        }
    }

    /** When. */
    public record Timing(String mode, Long value, String unit, Instant at) {}
}
