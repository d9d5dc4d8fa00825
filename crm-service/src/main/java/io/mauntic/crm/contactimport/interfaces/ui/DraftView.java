package io.mauntic.crm.contactimport.interfaces.ui;

import io.mauntic.crm.contactimport.application.ImportDraft;
import io.mauntic.crm.contactimport.domain.Column;
import io.mauntic.crm.contactimport.domain.ColumnMapping;
import io.mauntic.crm.contactimport.domain.ImportField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A draft as its page shows it: each column with what it becomes and how it begins. */
public record DraftView(long id, String fileName, List<ColumnView> columns) {

    private static final int SHOWN_ROWS = 3;

    /**
     * A column of the file.
     *
     * @param field what it becomes; empty when it is left out
     * @param customKey the name that it would have as a custom field; empty when it has no header
     */
    public record ColumnView(
            int index, String header, String field, String customKey, List<String> cells) {

        public boolean isCustom() {
            return field.startsWith("fields.");
        }
    }

    /** As guessed, before a person has said anything. */
    static DraftView guessed(ImportDraft draft) {
        return of(
                draft,
                ColumnMapping.guess(draft.head().headers()).stream().map(DraftView::name).toList());
    }

    static DraftView of(ImportDraft draft, List<String> fields) {
        List<String> headers = draft.head().headers();
        return new DraftView(
                draft.id(),
                draft.fileName(),
                IntStream.range(0, headers.size())
                        .mapToObj(
                                i ->
                                        new ColumnView(
                                                i,
                                                headers.get(i),
                                                fields.get(i),
                                                ColumnMapping.customName(headers.get(i)),
                                                cells(draft, i)))
                        .toList());
    }

    public List<String> fields() {
        return ImportField.OWN;
    }

    private static String name(Column column) {
        return column.field().map(ImportField::name).orElse("");
    }

    private static List<String> cells(ImportDraft draft, int column) {
        return draft.head().firstRows().stream()
                .limit(SHOWN_ROWS)
                .map(
                        row ->
                                Optional.of(column)
                                        .filter(i -> i < row.size())
                                        .map(row::get)
                                        .orElse(""))
                .toList();
    }
}
