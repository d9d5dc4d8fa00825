package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.campaign.domain.CampaignGraph;

/** A campaign as the engine sees it. */
record RunningCampaign(
        long id, String name, boolean published, boolean reentry, CampaignGraph graph) {}
