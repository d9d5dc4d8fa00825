package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.CsvHead;
import io.mauntic.crm.contactimport.application.ImportDraft;
import io.mauntic.crm.contactimport.application.ImportDrafts;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlImportDrafts implements ImportDrafts {

    private static final int LONGEST_CELL = 100;

    private static final String ADD =
            """
            insert into import_draft (organization_id, file_key, file_name, separator, headers, first_rows) values ($1, $2, $3, $4, $5, $6)
            returning id
            """;
    private static final String GET = "select * from import_draft where id = $1";
    private static final String REMOVE = "delete from import_draft where id = $1";
    private static final String REMOVE_STALE =
            "delete from import_draft where created_at < now() - interval '1 day' returning file_key";

    private final Sql sql;

    SqlImportDrafts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Long> add(OrganizationId organization, UUID fileKey, String fileName, CsvHead head) {
        JsonArray rows =
                new JsonArray(
                        head.firstRows().stream()
                                .map(
                                        row ->
                                                new JsonArray(
                                                        row.stream()
                                                                .map(SqlImportDrafts::shortened)
                                                                .toList()))
                                .toList());
        return sql.number(
                ADD,
                organization.value(),
                fileKey,
                fileName,
                Character.toString(head.separator()),
                new JsonArray(head.headers()),
                rows);
    }

    @Override
    public Uni<ImportDraft> get(long id) {
        return sql.first(GET, SqlImportDrafts::draft, id)
                .map(found -> found.orElseThrow(() -> new NotFound("import", id)));
    }

    @Override
    public Uni<Void> remove(long id) {
        return sql.update(REMOVE, id).replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> removeStale() {
        return sql.list(REMOVE_STALE, row -> row.getUUID("file_key"));
    }

    private static ImportDraft draft(Row row) {
        List<List<String>> rows =
                row.getJsonArray("first_rows").stream()
                        .map(JsonArray.class::cast)
                        .map(SqlImportDrafts::texts)
                        .toList();
        CsvHead head =
                new CsvHead(
                        row.getString("separator").charAt(0),
                        texts(row.getJsonArray("headers")),
                        rows);
        return new ImportDraft(
                row.getLong("id"), row.getUUID("file_key"), row.getString("file_name"), head);
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }

    private static String shortened(String cell) {
        String clean = cell.replace('\0', ' ');
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL) + "…";
    }
}
