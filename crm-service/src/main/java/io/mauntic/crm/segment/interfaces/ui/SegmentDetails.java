package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.contracts.crm.model.SegmentMember;
import io.mauntic.contracts.crm.model.SegmentMemberPage;
import io.mauntic.crm.segment.infrastructure.MemberQueries;
import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Pager;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Stream;

/** Gathers what the page of a segment shows. */
@ApplicationScoped
class SegmentDetails {

    private static final int ROWS = 25;

    private final SegmentQueries segments;
    private final MemberQueries members;
    private final CurrentUser user;

    SegmentDetails(SegmentQueries segments, MemberQueries members, CurrentUser user) {
        this.segments = segments;
        this.members = members;
        this.user = user;
    }

    /**
     * @param addresses what was typed to be added by hand
     * @throws NotFound (as the outcome)
     */
    Uni<SegmentDetail> of(long id, int page, String addresses, FormErrors errors) {
        OrganizationId organization = user.organization();
        boolean mayWrite = user.may("crm:segments:write");
        return segments.get(organization, SegmentPages.id(id))
                .chain(
                        segment ->
                                members.page(
                                                organization,
                                                SegmentPages.id(id),
                                                Math.max(1, page),
                                                ROWS,
                                                null)
                                        .map(
                                                found ->
                                                        detail(
                                                                segment, found, addresses, errors,
                                                                mayWrite)));
    }

    private static SegmentDetail detail(
            Segment segment,
            SegmentMemberPage found,
            String addresses,
            FormErrors errors,
            boolean mayWrite) {
        return new SegmentDetail(
                segment,
                FilterBuilder.of(FilterNode.of(segment.getFilter()), FormErrors.none()),
                found.getItems().stream().map(SegmentDetails::member).toList(),
                Pager.of(found.getPage(), found.getLimit(), found.getTotal()),
                addresses,
                errors,
                mayWrite);
    }

    private static SegmentDetail.Member member(SegmentMember member) {
        String name =
                String.join(
                        " ",
                        Stream.of(member.getFirstname(), member.getLastname())
                                .filter(Objects::nonNull)
                                .toList());
        String email = member.getEmail() == null ? "" : member.getEmail();
        String title = !name.isEmpty() ? name : !email.isEmpty() ? email : "#" + member.getId();
        return new SegmentDetail.Member(
                member.getId(), title, email, member.getManually(), member.getSince());
    }
}
