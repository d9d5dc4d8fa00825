package io.mauntic.campaign.campaign.domain;

/** A campaign began to run, or runs again. */
public record CampaignPublished(long campaignId, String name) {}
