package io.mauntic.crm.segment.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Keeps the membership of contacts in step with what is known of them. Whoever changes contacts
 * calls it in the same unit of work, after the change: the change's row locks are what keeps two
 * decisions about one contact apart. One statement, however many contacts and segments.
 */
@ApplicationScoped
public class SegmentMembership {

    /** Every field of a contact may have changed; so it is with new contacts. */
    public static final Set<String> ALL_FIELDS = Set.of("*");

    private final Segments segments;
    private final Members members;

    SegmentMembership(Segments segments, Members members) {
        this.segments = segments;
        this.members = members;
    }

    /**
     * Re-evaluates the segments that mention a changed field, for these contacts only, in the open
     * unit of work.
     *
     * @param contactIds at most 5,000 for a statement to stay quick
     * @param changedFields such as {@code city}, {@code tags}, {@code fields.shoe_size} or {@link
     *     #ALL_FIELDS}
     * @param lane on which the joinings and leavings are told
     */
    public Uni<Void> reevaluate(
            OrganizationId organization,
            List<Long> contactIds,
            Set<String> changedFields,
            Lane lane) {
        if (contactIds.isEmpty() || changedFields.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<List<LiveSegment>> concerned =
                changedFields.equals(ALL_FIELDS)
                        ? segments.filtered()
                        : segments.mentioning(changedFields);
        return concerned.chain(found -> decide(organization, contactIds, found, lane));
    }

    /** Erased contacts leave every segment, without an event: their own says it all. */
    public Uni<Void> forget(OrganizationId organization, List<Long> contactIds) {
        return contactIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : members.forget(organization, contactIds).replaceWithVoid();
    }

    private Uni<Void> decide(
            OrganizationId organization,
            List<Long> contactIds,
            List<LiveSegment> found,
            Lane lane) {
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : members.decide(organization, contactIds, found, lane).replaceWithVoid();
    }
}
