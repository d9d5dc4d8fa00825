package io.mauntic.kernel;

/**
 * The id of a webhook; given by integrations.
 *
 * @param value positive
 */
public record WebhookId(long value) {

    public WebhookId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
