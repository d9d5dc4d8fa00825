package io.mauntic.campaign.campaign.application;

import io.mauntic.kernel.DomainException;

/** Two people changed the same campaign at the same time. */
class CampaignChangedMeanwhile extends DomainException {

    private static final long serialVersionUID = 1L;

    CampaignChangedMeanwhile() {
        super(
                Kind.CONFLICT,
                "campaign-changed-meanwhile",
                "Someone else changed this campaign just now. Reload it and try again.");
    }
}
