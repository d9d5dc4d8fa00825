package io.mauntic.kernel;

/**
 * The id of a contact; given by crm.
 *
 * @param value positive
 */
public record ContactId(long value) {

    public ContactId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
