package io.mauntic.crm.contactimport.interfaces.ui;

import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import java.util.List;

/** All that the page of an import shows. */
public record ImportView(
        ContactImport state, List<ColumnLine> columns, boolean running, boolean mayCancel) {

    /** What became of a column; {@code custom} when it is no field of ours. */
    public record ColumnLine(String header, String field, boolean custom) {}

    static ImportView of(ContactImport state, boolean mayWrite) {
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
        return new ImportView(state, lines, running, running && mayWrite);
    }

    public String stream() {
        return "/ui/crm/imports/" + state.getId() + "/events";
    }

    public String cancel() {
        return "/app/crm/imports/" + state.getId() + "/cancel";
    }
}
