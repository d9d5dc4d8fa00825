package io.mauntic.crm.contactimport.interfaces.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.contracts.crm.model.ImportColumn;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries.Reject;
import io.mauntic.crm.streams.Pieces;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The rejected rows of an import as a file that can be corrected and imported again. */
@ApplicationScoped
public class RejectsCsv {

    private static final int A_PIECE = 1_000;

    private final ImportQueries imports;

    RejectsCsv(ImportQueries imports) {
        this.imports = imports;
    }

    public Uni<Void> send(OrganizationId organization, ImportId id, HttpServerResponse response) {
        return imports.get(organization, id)
                .invoke(
                        () ->
                                response.putHeader(
                                        "Content-Disposition",
                                        "attachment; filename=\"rejected-rows-%s.csv\""
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
                                                A_PIECE))
                        .whilst(piece -> piece.size() == A_PIECE)
                        .filter(piece -> !piece.isEmpty())
                        .invoke(piece -> last.set(piece.getLast().line()))
                        .map(piece -> lines(piece.stream().map(RejectsCsv::line).toList()));
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
