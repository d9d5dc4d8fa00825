package io.mauntic.crm.segment.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Creates a segment, which then fills in the background. */
@ApplicationScoped
public class CreateSegment {

    private final UnitOfWork unitOfWork;
    private final Segments segments;

    CreateSegment(UnitOfWork unitOfWork, Segments segments) {
        this.unitOfWork = unitOfWork;
        this.segments = segments;
    }

    public Uni<SegmentId> handle(OrganizationId organization, SegmentDraft draft) {
        return unitOfWork.in(organization, () -> segments.add(organization, draft));
    }
}
