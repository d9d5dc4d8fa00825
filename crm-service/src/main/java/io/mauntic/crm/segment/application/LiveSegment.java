package io.mauntic.crm.segment.application;

import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.kernel.SegmentId;

/** A segment that contacts come into by its filter. */
public record LiveSegment(SegmentId id, Filter filter) {}
