package io.mauntic.content.visit.application;

import io.mauntic.content.visit.domain.VisitorId;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which visitor is which contact; inside the organization's unit of work, one statement a call. */
public interface Visitors {

    /** Learns whose visitors these are and answers those for whom that is new. */
    Uni<Set<VisitorId>> identify(OrganizationId organization, Map<VisitorId, ContactId> known);

    /** The contacts of those visitors that have one. */
    Uni<Map<VisitorId, ContactId>> contactsOf(
            OrganizationId organization, Collection<VisitorId> visitors);

    /** The visitors of one contact are another one's from now on. */
    Uni<Void> reassign(OrganizationId organization, ContactId from, ContactId to);
}
