package io.mauntic.kernel;

/**
 * The id of an email; given by messaging.
 *
 * @param value positive
 */
public record EmailId(long value) {

    public EmailId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
