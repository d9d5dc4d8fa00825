package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import java.util.Optional;

/**
 * A segment whose members enter a campaign, or leave it, page by page.
 *
 * @param cursor where the next page begins; none for the first
 */
record SourceSync(
        OrganizationId organization,
        long campaign,
        long segment,
        boolean leaving,
        Optional<String> cursor) {}
