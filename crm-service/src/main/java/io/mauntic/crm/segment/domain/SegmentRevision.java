package io.mauntic.crm.segment.domain;

/** Whether an edit changes who belongs to a segment. */
public enum SegmentRevision {
    WORDS_ONLY,
    NEW_FILTER
}
