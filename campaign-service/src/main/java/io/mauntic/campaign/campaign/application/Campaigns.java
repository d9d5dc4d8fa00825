package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.NotFound;
import io.smallrye.mutiny.Uni;

/** The campaigns of the organization whose unit of work is open. */
public interface Campaigns {

    /**
     * @return fails with {@link NotFound}, also for what was deleted
     */
    Uni<Campaign> get(CampaignId id);

    /**
     * @return what was deleted and can be restored; fails with {@link NotFound}
     */
    Uni<Campaign> getDeleted(CampaignId id);

    /** With its id. */
    Uni<Campaign> add(Campaign campaign);
}
