package io.mauntic.kernel;

/**
 * The id of a form; given by content.
 *
 * @param value positive
 */
public record FormId(long value) {

    public FormId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
