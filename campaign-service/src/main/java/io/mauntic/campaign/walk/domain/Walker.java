package io.mauntic.campaign.walk.domain;

/**
 * A contact on its way through a campaign.
 *
 * @param contact the contact's id
 * @param rotation which walk this is: 1 is the first
 */
public record Walker(long contact, int rotation) {}
