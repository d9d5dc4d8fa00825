package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Pager;
import java.time.OffsetDateTime;
import java.util.List;

/** All that the page of a segment shows. */
public record SegmentDetail(
        Segment segment,
        FilterBuilder filter,
        List<Member> members,
        Pager pager,
        String addresses,
        FormErrors errors,
        boolean mayWrite) {

    /** A row of the members. */
    public record Member(
            long id, String title, String email, boolean manually, OffsetDateTime since) {}

    public String description() {
        return segment.getDescription() == null ? "" : segment.getDescription();
    }

    /** Whether nobody comes in or leaves, as its filter cannot be understood. */
    public boolean broken() {
        return FilterReader.stored(segment.getFilter()).isEmpty();
    }

    /** Where its build is told live. */
    public String stream() {
        return "/ui/crm/segments/" + segment.getId() + "/events";
    }
}
