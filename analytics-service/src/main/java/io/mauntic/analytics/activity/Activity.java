package io.mauntic.analytics.activity;

import io.mauntic.kit.events.ReceivedEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the latest activity.
 *
 * @param subject the id of the campaign, mail, form … that it is about
 * @param name what that is called
 * @param amount how many contacts, mails or members
 * @param failed how many rows of an import were rejected
 */
public record Activity(
        ActivityKind kind, long subject, Instant at, String name, long amount, long failed) {

    /** What an event has to tell; nothing, if a machine did it or it is a repetition. */
    static Optional<Activity> of(ReceivedEvent event) {
        return ActivityKind.of(event.type()).flatMap(kind -> of(kind, event));
    }

    /** The same thing told twice: the later name, and both amounts where they add up. */
    Activity and(Activity later) {
        return new Activity(
                kind,
                subject,
                at.isAfter(later.at) ? at : later.at,
                later.name,
                kind.addsUp() ? amount + later.amount : later.amount,
                later.failed);
    }

    /** The page of what it is about. */
    public String href() {
        return switch (kind) {
            case CAMPAIGN_PUBLISHED, CAMPAIGN_UNPUBLISHED -> "/app/campaign/campaigns/" + subject;
            case IMPORT_FINISHED -> "/app/crm/imports/" + subject;
            case SEGMENT_BUILT -> "/app/crm/segments/" + subject;
            case EMAIL_SENT, EMAIL_OPENED, EMAIL_CLICKED, EMAIL_BOUNCED, UNSUBSCRIBED ->
                    "/app/messaging/emails/" + subject;
            case FORM_SUBMITTED -> "/app/content/forms/" + subject;
            case USER_CREATED -> "/app/identity/users";
            case WEBHOOK_DISABLED -> "/app/integrations/webhooks/" + subject;
        };
    }

    private static Optional<Activity> of(ActivityKind kind, ReceivedEvent event) {
        JsonObject data = event.data();
        return switch (kind) {
            case CAMPAIGN_PUBLISHED, CAMPAIGN_UNPUBLISHED -> one(kind, event, "campaignId", "name");
            case USER_CREATED -> one(kind, event, "userId", "name");
            case WEBHOOK_DISABLED -> one(kind, event, "webhookId", "name");
            case FORM_SUBMITTED -> one(kind, event, "formId", "formName");
            case EMAIL_SENT, EMAIL_BOUNCED, UNSUBSCRIBED ->
                    one(kind, event, "emailId", "emailName");
            case EMAIL_OPENED, EMAIL_CLICKED ->
                    data.getBoolean("first") && !data.getBoolean("machine")
                            ? one(kind, event, "emailId", "emailName")
                            : Optional.empty();
            case SEGMENT_BUILT ->
                    Optional.of(
                            new Activity(
                                    kind,
                                    data.getLong("segmentId"),
                                    event.time(),
                                    data.getString("name"),
                                    data.getLong("members"),
                                    0));
            case IMPORT_FINISHED ->
                    Optional.of(
                            new Activity(
                                    kind,
                                    data.getLong("importId"),
                                    event.time(),
                                    data.getString("status"),
                                    data.getLong("created") + data.getLong("updated"),
                                    data.getLong("failed")));
        };
    }

    private static Optional<Activity> one(
            ActivityKind kind, ReceivedEvent event, String id, String name) {
        return Optional.of(
                new Activity(
                        kind,
                        event.data().getLong(id),
                        event.time(),
                        event.data().getString(name),
                        1,
                        0));
    }
}
