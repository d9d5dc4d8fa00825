package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.vertx.sqlclient.Row;

/**
 * A delivery that this instance may work on until its lease ends.
 *
 * @param attempts how often it has failed
 * @param handedOver its final dot may have been written by an instance that is gone: it counts as
 *     sent
 */
public record ClaimedDelivery(
        long id, OrganizationId organization, int attempts, boolean handedOver) {

    static ClaimedDelivery of(Row row) {
        return new ClaimedDelivery(
                row.getLong("delivery_id"),
                new OrganizationId(row.getLong("organization_id")),
                row.getInteger("attempts"),
                row.getBoolean("handed_over"));
    }
}
