package io.mauntic.messaging.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.sqlclient.Row;

/** What every event about a mail says of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailEvent(
        long deliveryId,
        String deliveryKey,
        long contactId,
        long emailId,
        String emailName,
        String subject,
        Long campaignId,
        String eventKey) {

    static final String COLUMNS =
            "d.id, d.delivery_key, d.contact_id, d.email_id, coalesce(e.name, '') as email_name, coalesce(d.subject, e.subject, '') as subject, d.campaign_id, d.event_key, d.channel, d.address";

    static MailEvent of(Row row) {
        return new MailEvent(
                row.getLong("id"),
                row.getString("delivery_key"),
                row.getLong("contact_id"),
                row.getLong("email_id"),
                row.getString("email_name"),
                row.getString("subject"),
                row.getLong("campaign_id"),
                row.getString("event_key"));
    }

    record Opened(@JsonUnwrapped MailEvent mail, boolean machine, boolean first) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Clicked(
            @JsonUnwrapped MailEvent mail,
            boolean machine,
            boolean first,
            String url,
            String visitorId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bounced(@JsonUnwrapped MailEvent mail, String kind, String reason, String address) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unsubscribed(
            long contactId,
            @JsonProperty("channel") String channel,
            String address,
            long deliveryId,
            long emailId,
            String emailName) {

        static Unsubscribed from(Hits.Hit hit) {
            MailEvent mail = hit.mail();
            return new Unsubscribed(
                    mail.contactId(),
                    hit.channel().text(),
                    hit.to().orElse(null),
                    mail.deliveryId(),
                    mail.emailId(),
                    mail.emailName());
        }
    }
}
