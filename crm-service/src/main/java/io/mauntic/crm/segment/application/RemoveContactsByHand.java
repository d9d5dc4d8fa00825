package io.mauntic.crm.segment.application;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Removes contacts by hand, which holds whatever the filter says. */
@ApplicationScoped
public class RemoveContactsByHand {

    private final UnitOfWork unitOfWork;
    private final Segments segments;
    private final Members members;

    RemoveContactsByHand(UnitOfWork unitOfWork, Segments segments, Members members) {
        this.unitOfWork = unitOfWork;
        this.segments = segments;
        this.members = members;
    }

    /**
     * Answers how many contacts that changed; unknown ones are left out.
     *
     * @throws NotFound (as the outcome) when there is no such segment
     */
    public Uni<Integer> handle(
            OrganizationId organization, SegmentId segment, List<Long> contacts) {
        return unitOfWork.in(
                organization,
                () ->
                        segments.get(segment)
                                .chain(() -> members.remove(organization, segment, contacts)));
    }
}
