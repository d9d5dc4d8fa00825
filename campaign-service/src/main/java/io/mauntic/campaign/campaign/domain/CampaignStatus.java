package io.mauntic.campaign.campaign.domain;

import java.util.Locale;

/** Where a campaign stands in its life. */
public enum CampaignStatus {
    DRAFT,
    PUBLISHED,
    UNPUBLISHED,
    /** Out of sight; can be restored for some days. */
    DELETED;

    /** As it is stored, and as the contract says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CampaignStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
