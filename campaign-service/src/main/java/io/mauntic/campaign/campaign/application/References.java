package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;

/** What other contexts own and a campaign names. */
public interface References {

    /**
     * Asks their owners whether all segments and emails exist; never inside a unit of work.
     *
     * @return fails with {@link InvalidValues} for what does not exist, with {@link
     *     ReferencesNotChecked} when its owner does not answer
     */
    Uni<Void> check(OrganizationId organization, CampaignGraph graph);
}
