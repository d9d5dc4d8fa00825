package io.mauntic.crm.segment.application;

import io.mauntic.crm.segment.domain.SegmentRevision;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.EditedMeanwhile;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Edits a segment; only another filter makes a new build. */
@ApplicationScoped
public class UpdateSegment {

    private final UnitOfWork unitOfWork;
    private final Segments segments;

    UpdateSegment(UnitOfWork unitOfWork, Segments segments) {
        this.unitOfWork = unitOfWork;
        this.segments = segments;
    }

    /**
     * Applies an edit to the segment as it is now.
     *
     * @param seen what the editor has seen
     * @throws NotFound (as the outcome)
     * @throws EditedMeanwhile (as the outcome) when another edit was faster
     */
    public Uni<Void> handle(
            OrganizationId organization,
            SegmentId segment,
            IfMatch seen,
            UnaryOperator<SegmentDraft> edit) {
        return unitOfWork.in(
                organization,
                () ->
                        segments.get(segment)
                                .invoke(before -> seen.refuse(before.version()))
                                .chain(
                                        before ->
                                                change(
                                                        organization,
                                                        segment,
                                                        before,
                                                        edit.apply(before.draft()))));
    }

    private Uni<Void> change(
            OrganizationId organization,
            SegmentId segment,
            Segments.Edited before,
            SegmentDraft after) {
        SegmentRevision revision =
                before.draft().filter().equals(after.filter())
                        ? SegmentRevision.WORDS_ONLY
                        : SegmentRevision.NEW_FILTER;
        return segments.change(organization, segment, before.version(), after, revision);
    }
}
