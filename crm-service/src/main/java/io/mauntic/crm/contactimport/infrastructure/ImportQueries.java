package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.contracts.crm.model.ContactImportPage;
import io.mauntic.contracts.crm.model.ImportColumn;
import io.mauntic.crm.contactimport.domain.ImportField;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Imports as the contract shows them. */
@ApplicationScoped
public class ImportQueries {

    private static final String SELECT = "select i.* from contact_import i";
    private static final String PAGE =
            SELECT + " where $1::bigint = 0 or id < $1 order by id desc limit $2 offset $3";
    private static final String COUNT = "select count(*) from contact_import";
    private static final String REJECTS =
            "select line, reason, cells from import_reject where import_id = $1 and line > $2 order by line limit $3";

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    ImportQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /** A row that was not imported. */
    public record Reject(long line, String reason, List<String> cells) {}

    /**
     * @throws NotFound (as the outcome)
     */
    public Uni<ContactImport> get(OrganizationId organization, ImportId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        SELECT + " where id = $1",
                                        ImportQueries::contactImport,
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("import", id)));
    }

    public Uni<ContactImportPage> list(
            OrganizationId organization, int page, int limit, String cursor) {
        long before = cursor == null ? 0 : Cursor.read(cursor, 1).number(0);
        long offset = cursor == null ? (page - 1L) * limit : 0;
        return unitOfWork.in(
                organization,
                () ->
                        sql.number(COUNT)
                                .chain(
                                        total ->
                                                sql.list(
                                                                PAGE,
                                                                ImportQueries::contactImport,
                                                                before,
                                                                limit,
                                                                offset)
                                                        .map(
                                                                items ->
                                                                        page(
                                                                                items, total, page,
                                                                                limit))));
    }

    /** The next rejected rows after a line of the file. */
    public Uni<List<Reject>> rejects(
            OrganizationId organization, ImportId id, long afterLine, int limit) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                REJECTS,
                                row ->
                                        new Reject(
                                                row.getLong("line"),
                                                row.getString("reason"),
                                                texts(row.getJsonArray("cells"))),
                                id.value(),
                                afterLine,
                                limit));
    }

    private static List<String> texts(JsonArray cells) {
        return cells.stream().map(String::valueOf).toList();
    }

    private static ContactImportPage page(
            List<ContactImport> items, long total, int page, int limit) {
        String next =
                items.size() < limit
                        ? null
                        : Cursor.of(items.getLast().getId().toString()).toString();
        return new ContactImportPage()
                .items(items)
                .total(total)
                .page(page)
                .limit(limit)
                .totalPages((total + limit - 1) / limit)
                .nextCursor(next);
    }

    private static ContactImport contactImport(Row row) {
        return new ContactImport()
                .id(row.getLong("id"))
                .fileName(row.getString("file_name"))
                .status(row.getString("status"))
                .total(row.getLong("total"))
                .processed(row.getLong("processed"))
                .created(row.getLong("created"))
                .updated(row.getLong("updated"))
                .ignored(row.getLong("ignored"))
                .failed(row.getLong("failed"))
                .problem(row.getString("problem"))
                .mapping(columns(row))
                .createdAt(row.getOffsetDateTime("created_at"))
                .startedAt(row.getOffsetDateTime("started_at"))
                .finishedAt(row.getOffsetDateTime("finished_at"));
    }

    private static List<ImportColumn> columns(Row row) {
        return StoredColumns.columns(row.getJsonArray("columns")).stream()
                .map(
                        column ->
                                new ImportColumn()
                                        .header(column.header())
                                        .field(column.field().map(ImportField::name).orElse(null)))
                .toList();
    }
}
