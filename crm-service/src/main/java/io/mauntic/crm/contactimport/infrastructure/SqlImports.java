package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.ImportEnded;
import io.mauntic.crm.contactimport.application.Imports;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SqlImports implements Imports {

    private static final String ADD =
            """
            insert into contact_import (organization_id, file_key, file_name, separator, columns) values ($1, $2, $3, $4, $5) returning id
            """;
    private static final String QUEUE =
            "insert into import_queue (organization_id, import_id) values ($1, $2)";
    private static final String STATUS =
            "select status from contact_import where id = $1 for update";
    private static final String DUE_NOW =
            "update import_queue set due_at = clock_timestamp() where import_id = $1";

    private final Sql sql;
    private final UnitOfWork unitOfWork;
    private final ImportLoop loop;
    private final ImportStep step;

    SqlImports(Sql sql, UnitOfWork unitOfWork, ImportLoop loop, ImportStep step) {
        this.sql = sql;
        this.unitOfWork = unitOfWork;
        this.loop = loop;
        this.step = step;
    }

    @Override
    public Uni<ImportId> add(OrganizationId organization, NewImport created) {
        unitOfWork.afterCommit(loop::wake);
        return sql.number(
                        ADD,
                        organization.value(),
                        created.fileKey(),
                        created.fileName(),
                        Character.toString(created.separator()),
                        StoredColumns.of(created.mapping().columns()))
                .call(id -> sql.update(QUEUE, organization.value(), id))
                .map(ImportId::new);
    }

    @Override
    public Uni<Void> cancel(OrganizationId organization, ImportId id) {
        unitOfWork.afterCommit(loop::wake);
        return sql.first(STATUS, row -> ImportStatus.of(row.getString("status")), id.value())
                .map(found -> found.orElseThrow(() -> new NotFound("import", id)))
                .invoke(
                        status -> {
                            if (status.ended()) {
                                throw new ImportEnded();
                            }
                        })
                .chain(() -> step.cancel(organization, id))
                .chain(() -> sql.update(DUE_NOW, id.value()))
                .replaceWithVoid();
    }
}
