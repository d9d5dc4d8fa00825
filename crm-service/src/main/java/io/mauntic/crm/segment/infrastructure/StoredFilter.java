package io.mauntic.crm.segment.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.application.LiveSegment;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.kernel.SegmentId;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A filter as it lies in the database: the tree that a person wrote. */
final class StoredFilter {

    private static final Logger LOG = Logger.getLogger(StoredFilter.class);
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

    /** Empty when the filter cannot be understood: its segment stays as it is. */
    static Optional<LiveSegment> live(Row row) {
        SegmentId segment = new SegmentId(row.getLong("id"));
        Optional<Filter.Group> filter = FilterReader.stored(tree(row));
        if (filter.isEmpty()) {
            LOG.errorf(
                    "The filter of segment %s cannot be understood; nobody comes in or leaves",
                    segment);
        }
        return filter.map(understood -> new LiveSegment(segment, understood));
    }
}
