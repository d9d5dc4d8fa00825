package io.mauntic.crm.segment.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.application.LiveSegment;
import io.mauntic.kernel.SegmentId;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;

/** A filter as it lies in the database: the tree that a person wrote. */
final class StoredFilter {

    private static final JsonMapper JSON = new JsonMapper();

    private StoredFilter() {}

    static JsonObject of(ObjectNode tree) {
        return new JsonObject(tree.toString());
    }

    static ObjectNode tree(Row row) {
        try {
            return (ObjectNode) JSON.readTree(row.getJsonObject("filter").encode());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored filter cannot be read", unreadable);
        }
    }

    static LiveSegment live(Row row) {
        return new LiveSegment(new SegmentId(row.getLong("id")), FilterReader.read(tree(row)));
    }
}
