package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.drafts.DraftAnswer;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.UiMessages;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps what is typed into the form of a segment; its members stay who they are until a save. */
@Path("/ui/crm/segments/{segment:new|\\d{1,18}}/draft")
@RequiresPermission("crm:segments:write")
class SegmentDraftPages {

    private final Drafts drafts;
    private final SegmentQueries segments;
    private final CurrentUser user;

    SegmentDraftPages(Drafts drafts, SegmentQueries segments, CurrentUser user) {
        this.drafts = drafts;
        this.segments = segments;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<DraftAnswer> keep(String segment, String form) {
        Map<String, List<String>> sent = UrlEncodedBody.parse(form);
        return known(segment)
                .chain(id -> drafts.keep(SegmentForm.place(id).thing(), form, problems(sent)));
    }

    @POST
    @Path("discard")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> discard(
            String segment, @Context HttpHeaders headers) {
        String told = Words.of(UiMessages.class, headers).builderDiscarded();
        return SegmentPages.orGone(
                known(segment)
                        .call(id -> drafts.drop(SegmentForm.place(id).thing()))
                        .map(id -> Answer.goTo(SegmentForm.place(id).edit()).toast(told).build()));
    }

    // Null for a new segment.
    private Uni<Long> known(String segment) {
        if (segment.equals("new")) {
            return Uni.createFrom().nullItem();
        }
        long id = Long.parseLong(segment);
        return segments.get(user.organization(), SegmentPages.id(id)).replaceWith(id);
    }

    private static List<Violation> problems(Map<String, List<String>> sent) {
        try {
            SegmentForm.draft(sent);
            return List.of();
        } catch (InvalidValues refused) {
            return FilterErrors.inForm(refused);
        }
    }
}
