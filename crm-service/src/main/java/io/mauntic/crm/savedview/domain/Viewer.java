package io.mauntic.crm.savedview.domain;

import io.mauntic.kernel.OrganizationId;

/**
 * Who looks at lists of contacts.
 *
 * @param mayShare whether they may make and change views for everybody
 */
public record Viewer(OrganizationId organization, String userId, boolean mayShare) {

    /**
     * @throws ViewNotYours when this person may keep views for themselves only
     */
    public void refuseSharing(ViewDetails details) {
        if (details.shared() && !mayShare) {
            throw new ViewNotYours();
        }
    }
}
