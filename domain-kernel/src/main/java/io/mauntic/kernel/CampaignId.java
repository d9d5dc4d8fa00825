package io.mauntic.kernel;

/**
 * The id of a campaign; given by campaign.
 *
 * @param value positive
 */
public record CampaignId(long value) {

    public CampaignId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
