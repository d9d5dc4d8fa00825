package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.domain.Column;
import io.mauntic.crm.contactimport.domain.ImportField;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The columns of an import as they lie in the database, which is also how the contract shows them.
 */
final class StoredColumns {

    private StoredColumns() {}

    static JsonArray of(List<Column> columns) {
        JsonArray stored = new JsonArray();
        for (Column column : columns) {
            JsonObject entry = new JsonObject().put("header", column.header());
            column.field().ifPresent(field -> entry.put("field", field.name()));
            stored.add(entry);
        }
        return stored;
    }

    static List<Column> columns(JsonArray stored) {
        return stored.stream()
                .map(JsonObject.class::cast)
                .map(
                        entry ->
                                new Column(
                                        entry.getString("header"),
                                        Optional.ofNullable(entry.getString("field"))
                                                .map(ImportField::new)))
                .toList();
    }
}
