package io.mauntic.crm.segment.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Who is in which segment. Each method is one statement for the whole set, which counts the members
 * and writes the events as well; inside the organization's unit of work.
 */
public interface Members {

    /**
     * Lets these contacts into the segments whose filter they fit, and out of those that they do
     * not; answers how many changes.
     */
    Uni<Integer> decide(
            OrganizationId organization,
            List<Long> contacts,
            List<LiveSegment> segments,
            Lane lane);

    /** Adds contacts by hand; answers how many came in. */
    Uni<Integer> add(OrganizationId organization, SegmentId segment, List<Long> contacts);

    /** Removes contacts by hand; answers how many went out. */
    Uni<Integer> remove(OrganizationId organization, SegmentId segment, List<Long> contacts);

    /** Forgets contacts that are erased, without a word: their own event says it all. */
    Uni<Integer> forget(OrganizationId organization, List<Long> contacts);

    /** Lets up to so many members out of a deleted segment; answers how many. */
    Uni<Integer> dissolve(OrganizationId organization, SegmentId segment, int atMost);
}
