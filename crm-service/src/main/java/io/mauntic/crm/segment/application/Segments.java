package io.mauntic.crm.segment.application;

import io.mauntic.crm.segment.domain.SegmentRevision;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.rest.EditedMeanwhile;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** The segments of an organization; inside its unit of work. */
public interface Segments {

    /** Adds a segment and asks for its build. */
    Uni<SegmentId> add(OrganizationId organization, SegmentDraft draft);

    /**
     * What may be edited of a segment, as it is.
     *
     * @throws NotFound (as the outcome)
     */
    Uni<Edited> get(SegmentId segment);

    /**
     * A segment as its editor finds it.
     *
     * @param version counts its edits
     */
    record Edited(long version, SegmentDraft draft) {}

    /**
     * Changes a segment, and asks for a new build when its filter is another one.
     *
     * @param found the version that the change began from
     * @throws EditedMeanwhile (as the outcome) when another edit was faster
     */
    Uni<Void> change(
            OrganizationId organization,
            SegmentId segment,
            long found,
            SegmentDraft draft,
            SegmentRevision revision);

    /**
     * Hides a segment and asks for its members to leave.
     *
     * @throws NotFound (as the outcome)
     */
    Uni<Void> delete(OrganizationId organization, SegmentId segment);

    /** The segments whose filter looks at one of these fields. */
    Uni<List<LiveSegment>> mentioning(Set<String> fields);

    /** Every segment that has a filter. */
    Uni<List<LiveSegment>> filtered();
}
