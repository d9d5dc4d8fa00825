package io.mauntic.crm.segment.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Keeps the membership of contacts in step with what is known of them. */
public interface SegmentMembership {

    /** Every field of a contact may have changed. */
    Set<String> ALL_FIELDS = Set.of("*");

    /**
     * Re-evaluates the segments that mention a changed field, for these contacts only, in the open unit of work.
     *
     * @param contactIds at most 1,000 for a statement to stay quick
     * @param changedFields such as {@code city}, {@code tags}, {@code fields.shoe_size} or {@link #ALL_FIELDS}
     * @param lane on which the joinings and leavings are told
     */
    Uni<Void> reevaluate(OrganizationId organization, List<Long> contactIds, Set<String> changedFields, Lane lane);

    /** Erased contacts leave every segment, without an event. */
    Uni<Void> forget(OrganizationId organization, List<Long> contactIds);
}
