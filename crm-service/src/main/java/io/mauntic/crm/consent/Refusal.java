package io.mauntic.crm.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.mauntic.kernel.Channel;
import io.mauntic.kit.events.OutgoingEvent;
import io.vertx.sqlclient.Row;

/**
 * That a contact must not be written to on a channel.
 *
 * @param address what it holds for as well; null when none is known
 */
record Refusal(long contactId, Channel channel, Reason reason, String address) {

    static Refusal of(Row row) {
        return new Refusal(
                row.getLong("contact_id"),
                Channel.parse(row.getString("channel")).orElseThrow(),
                Reason.of(row.getString("reason")),
                null);
    }

    Refusal at(String address) {
        return new Refusal(contactId, channel, reason, address);
    }

    /** What a person said outweighs what a mail server said. */
    Refusal or(Refusal other) {
        return reason == Reason.BOUNCED ? other : this;
    }

    OutgoingEvent event(String type) {
        return OutgoingEvent.of(
                type, contactId, new Told(contactId, channel.text(), reason.text(), address));
    }

    @JsonInclude(Include.NON_NULL)
    record Told(long contactId, String channel, String reason, String address) {}
}
