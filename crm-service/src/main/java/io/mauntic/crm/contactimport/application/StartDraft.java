package io.mauntic.crm.contactimport.application;

import io.mauntic.crm.contactimport.domain.Column;
import io.mauntic.crm.contactimport.domain.ColumnMapping;
import io.mauntic.crm.contactimport.domain.ImportField;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Makes an import of a draft, now that it is said what the columns mean. */
@ApplicationScoped
public class StartDraft {

    private final UnitOfWork unitOfWork;
    private final ImportDrafts drafts;
    private final Imports imports;

    StartDraft(UnitOfWork unitOfWork, ImportDrafts drafts, Imports imports) {
        this.unitOfWork = unitOfWork;
        this.drafts = drafts;
        this.imports = imports;
    }

    /**
     * Starts it.
     *
     * @param fields what each column becomes, in the order of the file; what is no field leaves the
     *     column out
     * @throws NotFound or InvalidValues (as the outcome)
     */
    public Uni<ImportId> handle(OrganizationId organization, long id, List<String> fields) {
        return unitOfWork.in(
                organization,
                () ->
                        drafts.get(id)
                                .chain(draft -> imports.add(organization, started(draft, fields)))
                                .call(() -> drafts.remove(id)));
    }

    private static Imports.NewImport started(ImportDraft draft, List<String> fields) {
        List<String> headers = draft.head().headers();
        if (fields.size() != headers.size()) {
            throw new InvalidValues("mapping", "Say for each column what it becomes.");
        }
        List<Column> columns =
                IntStream.range(0, headers.size())
                        .mapToObj(i -> new Column(headers.get(i), ImportField.of(fields.get(i))))
                        .toList();
        return new Imports.NewImport(
                draft.fileKey(),
                draft.fileName(),
                draft.head().separator(),
                new ColumnMapping(columns));
    }
}
