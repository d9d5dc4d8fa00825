package io.mauntic.kernel;

/**
 * The id of a segment; given by crm.
 *
 * @param value positive
 */
public record SegmentId(long value) {

    public SegmentId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
