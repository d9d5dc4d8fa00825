package io.mauntic.analytics.activity;

import java.util.Optional;
import java.util.stream.Stream;

/** What is worth telling on the dashboard. */
public enum ActivityKind {
    CAMPAIGN_PUBLISHED("CampaignPublished", false),
    CAMPAIGN_UNPUBLISHED("CampaignUnpublished", false),
    IMPORT_FINISHED("ImportFinished", false),
    SEGMENT_BUILT("SegmentRebuilt", false),
    EMAIL_SENT("EmailSent", true),
    EMAIL_OPENED("EmailOpened", true),
    EMAIL_CLICKED("EmailClicked", true),
    EMAIL_BOUNCED("EmailBounced", true),
    UNSUBSCRIBED("Unsubscribed", true),
    FORM_SUBMITTED("FormSubmitted", true),
    USER_CREATED("UserCreated", false),
    WEBHOOK_DISABLED("WebhookDisabled", false);

    private final String eventType;
    private final boolean addsUp;

    ActivityKind(String eventType, boolean addsUp) {
        this.eventType = eventType;
        this.addsUp = addsUp;
    }

    public String eventType() {
        return eventType;
    }

    /**
     * Whether several within an hour are told as one with their number, and not as the latest of
     * them.
     */
    public boolean addsUp() {
        return addsUp;
    }

    static Optional<ActivityKind> of(String eventType) {
        return Stream.of(values()).filter(kind -> kind.eventType.equals(eventType)).findFirst();
    }
}
