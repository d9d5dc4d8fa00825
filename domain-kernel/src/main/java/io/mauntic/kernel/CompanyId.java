package io.mauntic.kernel;

/**
 * The id of a company; given by crm.
 *
 * @param value positive
 */
public record CompanyId(long value) {

    public CompanyId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
