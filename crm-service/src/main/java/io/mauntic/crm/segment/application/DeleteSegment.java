package io.mauntic.crm.segment.application;

import io.mauntic.crm.segment.domain.SegmentEvent.SegmentDeleted;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a segment: it is gone at once, its members leave in the background. */
@ApplicationScoped
public class DeleteSegment {

    private final UnitOfWork unitOfWork;
    private final Segments segments;
    private final Outbox outbox;

    DeleteSegment(UnitOfWork unitOfWork, Segments segments, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.segments = segments;
        this.outbox = outbox;
    }

    /**
     * @throws NotFound (as the outcome)
     */
    public Uni<Void> handle(OrganizationId organization, SegmentId segment) {
        SegmentDeleted deleted = new SegmentDeleted(segment.value());
        return unitOfWork.in(
                organization,
                () ->
                        segments.delete(organization, segment)
                                .chain(
                                        () ->
                                                outbox.publish(
                                                        organization,
                                                        Lane.REALTIME,
                                                        OutgoingEvent.of(
                                                                deleted.type(),
                                                                segment,
                                                                deleted))));
    }
}
