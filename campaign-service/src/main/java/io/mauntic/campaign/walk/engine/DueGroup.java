package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import java.util.List;

/**
 * Contacts for whom the same step is due.
 *
 * @param contacts at most 1,000
 */
record DueGroup(
        OrganizationId organization,
        long campaign,
        String eventKey,
        Lane lane,
        List<Long> contacts) {

    Long[] contactArray() {
        return contacts.toArray(Long[]::new);
    }
}
