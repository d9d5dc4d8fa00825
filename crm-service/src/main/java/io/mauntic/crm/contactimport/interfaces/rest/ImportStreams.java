package io.mauntic.crm.contactimport.interfaces.rest;

import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries;
import io.mauntic.crm.streams.Progress;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * The parts of the contract that the generator has no signature for: a stream of progress and a
 * file of any length.
 */
@Path("")
class ImportStreams {

    private final CurrentUser user;
    private final ImportQueries imports;
    private final RejectsCsv rejects;
    private final Progress progress;

    ImportStreams(CurrentUser user, ImportQueries imports, RejectsCsv rejects, Progress progress) {
        this.user = user;
        this.imports = imports;
        this.rejects = rejects;
        this.progress = progress;
    }

    @GET
    @Path("/api/crm/imports/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Uni<Void> streamImportProgress(
            @PathParam("id") long id, @Context HttpServerResponse response) {
        OrganizationId organization = user.organization();
        ImportId contactImport = ImportsResource.id(id);
        return progress.json(
                response,
                () -> imports.get(organization, contactImport),
                now -> ImportStatus.of(now.getStatus()).ended());
    }

    @GET
    @Path("/api/crm/imports/{id}/rejects")
    @Produces("text/csv")
    public Uni<Void> listImportRejects(
            @PathParam("id") long id, @Context HttpServerResponse response) {
        return rejects.send(user.organization(), ImportsResource.id(id), response);
    }
}
