package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.vertx.sqlclient.Row;

/** The timers of one kind of one organization: a queue of its own. */
record TimerGroup(OrganizationId organization, String kind) {

    static TimerGroup of(Row row) {
        return new TimerGroup(
                new OrganizationId(row.getLong("organization_id")), row.getString("kind"));
    }
}
