package io.mauntic.kernel;

/**
 * The id of an import of contacts; given by crm.
 *
 * @param value positive
 */
public record ImportId(long value) {

    public ImportId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
