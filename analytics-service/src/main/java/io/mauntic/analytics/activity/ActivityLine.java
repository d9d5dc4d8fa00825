package io.mauntic.analytics.activity;

import io.mauntic.analytics.AnalyticsMessages;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;

/** One line of the latest activity as people read it. */
public record ActivityLine(String icon, String title, Instant at, String href) {

    public static ActivityLine of(Activity told, AnalyticsMessages words) {
        NumberFormat numbers = NumberFormat.getInstance(Locale.of(words.language()));
        return new ActivityLine(
                icon(told),
                title(told, numbers.format(told.amount()), numbers, words),
                told.at(),
                told.href());
    }

    private static String title(
            Activity told, String amount, NumberFormat numbers, AnalyticsMessages words) {
        return switch (told.kind()) {
            case CAMPAIGN_PUBLISHED -> words.campaignPublished(told.name());
            case CAMPAIGN_UNPUBLISHED -> words.campaignUnpublished(told.name());
            case IMPORT_FINISHED -> importTitle(told, amount, numbers, words);
            case SEGMENT_BUILT -> words.segmentBuilt(told.name(), amount);
            case EMAIL_SENT -> words.mailsSent(told.name(), amount);
            case EMAIL_OPENED -> words.mailsOpened(told.name(), amount);
            case EMAIL_CLICKED -> words.mailsClicked(told.name(), amount);
            case EMAIL_BOUNCED -> words.mailsBounced(told.name(), amount);
            case UNSUBSCRIBED -> words.contactsUnsubscribed(told.name(), amount);
            case FORM_SUBMITTED -> words.formFilled(told.name(), amount);
            case USER_CREATED -> words.userCreated(told.name());
            case WEBHOOK_DISABLED -> words.webhookDisabled(told.name());
        };
    }

    private static String importTitle(
            Activity told, String amount, NumberFormat numbers, AnalyticsMessages words) {
        if (!told.name().equals("finished")) {
            return words.importStopped(amount);
        }
        return told.failed() == 0
                ? words.importFinished(amount)
                : words.importFinishedWithRejects(amount, numbers.format(told.failed()));
    }

    private static String icon(Activity told) {
        return switch (told.kind()) {
            case CAMPAIGN_PUBLISHED -> "player-play";
            case CAMPAIGN_UNPUBLISHED -> "player-pause";
            case IMPORT_FINISHED -> "file-import";
            case SEGMENT_BUILT -> "chart-pie";
            case EMAIL_SENT -> "send";
            case EMAIL_OPENED -> "mail-opened";
            case EMAIL_CLICKED -> "click";
            case EMAIL_BOUNCED -> "mail-x";
            case UNSUBSCRIBED -> "mail-off";
            case FORM_SUBMITTED -> "forms";
            case USER_CREATED -> "user-plus";
            case WEBHOOK_DISABLED -> "webhook-off";
        };
    }
}
