package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import java.util.List;
import java.util.Optional;

/**
 * Contacts for whom the same step is due: a queue of its own.
 *
 * @param contacts which of them are meant, at most 1,000; empty for those that are due longest
 */
record DueGroup(
        OrganizationId organization,
        long campaign,
        String eventKey,
        Lane lane,
        Optional<List<Long>> contacts) {

    DueGroup of(List<Long> some) {
        return new DueGroup(organization, campaign, eventKey, lane, Optional.of(some));
    }
}
