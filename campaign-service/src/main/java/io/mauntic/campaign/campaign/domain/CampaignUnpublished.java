package io.mauntic.campaign.campaign.domain;

/** A campaign was stopped. */
public record CampaignUnpublished(long campaignId, String name) {}
