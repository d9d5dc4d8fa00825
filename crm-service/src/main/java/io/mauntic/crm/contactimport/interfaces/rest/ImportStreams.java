package io.mauntic.crm.contactimport.interfaces.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.contracts.crm.model.ImportColumn;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries.Reject;
import io.mauntic.crm.streams.Pieces;
import io.mauntic.crm.streams.Progress;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The parts of the contract that the generator has no signature for: a stream of progress and a
 * file of any length.
 */
@Path("")
class ImportStreams {

    private static final int REJECTS_A_PIECE = 1_000;

    private final CurrentUser user;
    private final ImportQueries imports;
    private final Progress progress;

    ImportStreams(CurrentUser user, ImportQueries imports, Progress progress) {
        this.user = user;
        this.imports = imports;
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
        OrganizationId organization = user.organization();
        return imports.get(organization, ImportsResource.id(id))
                .invoke(
                        () ->
                                response.putHeader(
                                        "Content-Disposition",
                                        "attachment; filename=\"rejected-rows-%d.csv\""
                                                .formatted(id)))
                .chain(
                        found ->
                                Pieces.send(
                                        response,
                                        "text/csv;charset=UTF-8",
                                        csv(organization, found)));
    }

    private Multi<String> csv(OrganizationId organization, ContactImport found) {
        AtomicLong last = new AtomicLong();
        Multi<String> rows =
                Multi.createBy()
                        .repeating()
                        .uni(
                                () ->
                                        imports.rejects(
                                                organization,
                                                new ImportId(found.getId()),
                                                last.get(),
                                                REJECTS_A_PIECE))
                        .whilst(piece -> piece.size() == REJECTS_A_PIECE)
                        .filter(piece -> !piece.isEmpty())
                        .invoke(piece -> last.set(piece.getLast().line()))
                        .map(piece -> lines(piece.stream().map(ImportStreams::line).toList()));
        List<String> headers = new ArrayList<>(List.of("line", "reason"));
        found.getMapping().stream().map(ImportColumn::getHeader).forEach(headers::add);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(lines(List.of(headers))), rows);
    }

    private static List<String> line(Reject reject) {
        List<String> line = new ArrayList<>(List.of(Long.toString(reject.line()), reject.reason()));
        line.addAll(reject.cells());
        return line;
    }

    private static String lines(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
