package io.mauntic.kit.erasure;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Forgets erased contacts in some tables of a service. Beans of this type are found and called by
 * {@link ContactErasures}. What holds personal data and which erasure reaches it stands in the
 * service's {@code db/personal-data.txt}.
 */
public interface ContactErasure {

    /**
     * Removes or empties whatever is known of the contacts, inside the organization's unit of work.
     * Once more changes nothing.
     *
     * @param contacts at least one, at most 1,000
     */
    Uni<Void> erase(OrganizationId organization, List<Long> contacts);
}
