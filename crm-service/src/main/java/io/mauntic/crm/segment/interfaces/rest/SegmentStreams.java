package io.mauntic.crm.segment.interfaces.rest;

import io.mauntic.crm.segment.infrastructure.SegmentQueries;
import io.mauntic.crm.streams.Progress;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The part of the contract that the generator has no signature for. */
@Path("/api/crm/segments/{id}/events")
class SegmentStreams {

    private final CurrentUser user;
    private final SegmentQueries segments;
    private final Progress progress;

    SegmentStreams(CurrentUser user, SegmentQueries segments, Progress progress) {
        this.user = user;
        this.segments = segments;
        this.progress = progress;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Uni<Void> streamSegmentProgress(
            @PathParam("id") long id, @Context HttpServerResponse response) {
        OrganizationId organization = user.organization();
        SegmentId segment = SegmentsResource.segment(id);
        return progress.json(
                response,
                () -> segments.get(organization, segment),
                now -> now.getStatus().equals("ready"));
    }
}
