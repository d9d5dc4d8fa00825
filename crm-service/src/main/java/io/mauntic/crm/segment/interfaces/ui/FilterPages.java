package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.contracts.crm.model.SegmentMember;
import io.mauntic.contracts.crm.model.SegmentPreview;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.infrastructure.MemberQueries;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** A filter in the making: its rules, and whom it finds. */
@Path("/ui/crm/segments")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("crm:segments:read")
class FilterPages {

    private static final long UNKNOWN = -1;

    private final MemberQueries members;
    private final CurrentUser user;

    FilterPages(MemberQueries members, CurrentUser user) {
        this.members = members;
        this.user = user;
    }

    @CheckedTemplate(basePath = "SegmentPages")
    static class Templates {
        static native TemplateInstance builder(FilterBuilder filter);

        static native TemplateInstance count(long count, List<SegmentMember> examples);
    }

    /**
     * The rules after a button was pressed, or another field or comparison was chosen; as they were
     * sent when no button was.
     */
    @POST
    @Path("builder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> builder(MultivaluedMap<String, String> sent) {
        FilterNode.Group filter = FilterEdit.apply(FilterNode.of(sent), sent.getFirst("do"));
        return Answer.page(Templates.builder(FilterBuilder.of(filter, FormErrors.none())))
                .event("filterChanged")
                .build();
    }

    /** How many contacts it finds, and the first of them. */
    @POST
    @Path("count")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<TemplateInstance> count(MultivaluedMap<String, String> sent) {
        try {
            return members.preview(
                            user.organization(), FilterReader.read(FilterNode.of(sent).tree()))
                    .map(FilterPages::count);
        } catch (InvalidValues unfinished) {
            return Uni.createFrom().item(Templates.count(UNKNOWN, List.of()));
        }
    }

    private static TemplateInstance count(SegmentPreview found) {
        return Templates.count(found.getCount(), found.getExamples());
    }
}
