package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.InvalidValues;

/**
 * What a marketer decides about a campaign.
 *
 * @param name 1 to 191 characters
 * @param reentry whether a contact who left walks through again after coming back
 */
public record CampaignContent(String name, boolean reentry, CampaignGraph graph) {

    public CampaignContent {
        name = name == null ? "" : name.strip();
        if (name.isEmpty() || name.length() > 191) {
            throw new InvalidValues("name", "Give the campaign a name of at most 191 characters.");
        }
    }
}
