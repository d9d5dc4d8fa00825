package io.mauntic.crm.segment.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.contracts.crm.api.SegmentsApi;
import io.mauntic.contracts.crm.model.NewSegment;
import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.contracts.crm.model.SegmentContactIds;
import io.mauntic.contracts.crm.model.SegmentContactsResult;
import io.mauntic.contracts.crm.model.SegmentMemberIds;
import io.mauntic.contracts.crm.model.SegmentMemberPage;
import io.mauntic.contracts.crm.model.SegmentPage;
import io.mauntic.contracts.crm.model.SegmentPreview;
import io.mauntic.contracts.crm.model.SegmentPreviewRequest;
import io.mauntic.crm.segment.application.AddContactsByHand;
import io.mauntic.crm.segment.application.CreateSegment;
import io.mauntic.crm.segment.application.DeleteSegment;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.application.RemoveContactsByHand;
import io.mauntic.crm.segment.application.SegmentDraft;
import io.mauntic.crm.segment.application.UpdateSegment;
import io.mauntic.crm.segment.infrastructure.MemberQueries;
import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.util.List;

class SegmentsResource implements SegmentsApi {

    private final CurrentUser user;
    private final Idempotency idempotency;
    private final MergePatch patches;
    private final CreateSegment create;
    private final UpdateSegment update;
    private final DeleteSegment delete;
    private final AddContactsByHand add;
    private final RemoveContactsByHand remove;
    private final SegmentQueries segments;
    private final MemberQueries members;

    SegmentsResource(
            CurrentUser user,
            Idempotency idempotency,
            MergePatch patches,
            CreateSegment create,
            UpdateSegment update,
            DeleteSegment delete,
            AddContactsByHand add,
            RemoveContactsByHand remove,
            SegmentQueries segments,
            MemberQueries members) {
        this.user = user;
        this.idempotency = idempotency;
        this.patches = patches;
        this.create = create;
        this.update = update;
        this.delete = delete;
        this.add = add;
        this.remove = remove;
        this.segments = segments;
        this.members = members;
    }

    @Override
    public Uni<SegmentPage> listSegments(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {
        return segments.list(
                user.organization(),
                new SegmentQueries.Asked(page, limit, cursor, search, orderBy, orderDir));
    }

    @Override
    public Uni<Segment> createSegment(NewSegment segment, String idempotencyKey) {
        SegmentDraft draft = draft(segment);
        return idempotency.once(
                idempotencyKey,
                segment,
                Segment.class,
                () ->
                        create.handle(user.organization(), draft)
                                .chain(id -> segments.get(user.organization(), id)));
    }

    @Override
    public Uni<SegmentPreview> previewSegment(SegmentPreviewRequest request) {
        return members.preview(user.organization(), FilterReader.read(request.getFilter()));
    }

    @Override
    public Uni<Segment> getSegment(Long id) {
        return segments.get(user.organization(), segment(id));
    }

    @Override
    public Uni<Segment> updateSegment(Long id, Object body, String ifMatch) {
        return update.handle(
                        user.organization(),
                        segment(id),
                        IfMatch.of(ifMatch),
                        before -> patched(before, body))
                .chain(() -> segments.get(user.organization(), segment(id)));
    }

    @Override
    public Uni<Void> deleteSegment(Long id) {
        return delete.handle(user.organization(), segment(id));
    }

    @Override
    public Uni<SegmentMemberPage> listSegmentContacts(
            Long id, Integer page, Integer limit, String cursor) {
        return members.page(user.organization(), segment(id), page, limit, cursor);
    }

    @Override
    public Uni<SegmentContactsResult> addSegmentContacts(Long id, SegmentContactIds contacts) {
        return add.handle(user.organization(), segment(id), contacts.getContactIds())
                .chain(
                        changed ->
                                segments.get(user.organization(), segment(id))
                                        .map(
                                                now ->
                                                        new SegmentContactsResult()
                                                                .changed(changed)
                                                                .members(now.getMembers())));
    }

    @Override
    public Uni<Void> removeSegmentContacts(List<Long> contactId, Long id) {
        return remove.handle(user.organization(), segment(id), contactId).replaceWithVoid();
    }

    @Override
    public Uni<SegmentMemberIds> listSegmentMemberIds(Long id, String cursor, Integer limit) {
        return members.ids(user.organization(), segment(id), cursor, limit);
    }

    private SegmentDraft patched(SegmentDraft before, Object patch) {
        NewSegment shown =
                new NewSegment()
                        .name(before.name())
                        .description(before.description().orElse(null))
                        .filter(before.tree());
        try {
            NewSegment after = patches.apply(shown, patch, NewSegment.class);
            return before.edited(after.getName(), after.getDescription(), after.getFilter());
        } catch (JsonProcessingException unfit) {
            throw new InvalidValues("body", "A segment has a name, a description and a filter.");
        }
    }

    private static SegmentDraft draft(NewSegment segment) {
        return SegmentDraft.of(segment.getName(), segment.getDescription(), segment.getFilter());
    }

    static SegmentId segment(long id) {
        if (id <= 0) {
            throw new NotFound("segment", id);
        }
        return new SegmentId(id);
    }
}
