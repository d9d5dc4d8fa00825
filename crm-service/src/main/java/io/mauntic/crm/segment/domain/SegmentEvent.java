package io.mauntic.crm.segment.domain;

/** What happened to a segment as a whole. */
public sealed interface SegmentEvent {

    long segmentId();

    default String type() {
        return getClass().getSimpleName();
    }

    /** Every contact was looked at for a new or edited segment. */
    record SegmentRebuilt(long segmentId, String name, long members) implements SegmentEvent {}

    /** It is gone; its members leave one after the other. */
    record SegmentDeleted(long segmentId) implements SegmentEvent {}
}
