package io.mauntic.campaign.campaign.interfaces.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a step can be added.
 *
 * @param after the key of the step before; empty for a first step
 * @param path yes, no or empty
 */
public record Place(String after, String path) {

    public Place {
        after = after == null ? "" : after;
        path = path == null ? "" : path;
    }

    /** Lets the focus find it again when the tree is drawn anew. */
    String id() {
        return "add-" + after + "-" + path;
    }

    String address(long campaign) {
        return "/app/campaign/campaigns/%d/steps/new?after=%s&path=%s"
                .formatted(
                        campaign,
                        URLEncoder.encode(after, StandardCharsets.UTF_8),
                        URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
}
