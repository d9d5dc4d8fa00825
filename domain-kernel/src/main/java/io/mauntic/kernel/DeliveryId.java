package io.mauntic.kernel;

/**
 * The id of one message to one recipient; given by messaging.
 *
 * @param value positive
 */
public record DeliveryId(long value) {

    public DeliveryId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
