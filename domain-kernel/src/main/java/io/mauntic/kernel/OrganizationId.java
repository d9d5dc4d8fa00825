package io.mauntic.kernel;

/**
 * The id of an organization, the wall between customers.
 *
 * @param value positive
 */
public record OrganizationId(long value) {

    public OrganizationId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
