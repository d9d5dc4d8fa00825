package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.SegmentId;

/** A segment whose members walk through the campaign. */
public record Source(SegmentId segment) {

    GraphDraft.Source draft() {
        return new GraphDraft.Source("segment", segment.value());
    }
}
