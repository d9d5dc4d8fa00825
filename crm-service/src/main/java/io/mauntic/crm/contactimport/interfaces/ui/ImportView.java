package io.mauntic.crm.contactimport.interfaces.ui;

import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries.Reject;
import java.util.List;
import java.util.stream.Collectors;

/** All that the page of an import shows. */
public record ImportView(
        ContactImport state,
        List<ColumnLine> columns,
        List<RejectLine> rejects,
        boolean running,
        boolean mayCancel) {

    /** A row that was not imported, and why. */
    public record RejectLine(long line, String reason, String row) {}

    /** What became of a column; {@code custom} when it is no field of ours. */
    public record ColumnLine(String header, String field, boolean custom) {}

    static ImportView of(ContactImport state, List<Reject> rejects, boolean mayWrite) {
        boolean running = !ImportStatus.of(state.getStatus()).ended();
        List<ColumnLine> lines =
                state.getMapping().stream()
                        .map(
                                column ->
                                        new ColumnLine(
                                                column.getHeader(),
                                                column.getField() == null ? "" : column.getField(),
                                                column.getField() != null
                                                        && column.getField().startsWith("fields.")))
                        .toList();
        return new ImportView(
                state,
                lines,
                rejects.stream().map(ImportView::line).toList(),
                running,
                running && mayWrite);
    }

    private static RejectLine line(Reject reject) {
        String row =
                reject.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .collect(Collectors.joining(" · "));
        return new RejectLine(reject.line(), reject.reason(), row);
    }

    public String stream() {
        return "/ui/crm/imports/" + state.getId() + "/events";
    }

    public String cancel() {
        return "/app/crm/imports/" + state.getId() + "/cancel";
    }
}
