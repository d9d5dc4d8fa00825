package io.mauntic.analytics.figures;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.metric.Metric;

/** What figures are called on pages. */
public final class FigureNames {

    private FigureNames() {}

    public static String of(Metric metric, AnalyticsMessages words) {
        return switch (metric) {
            case CONTACTS -> words.contacts();
            case ACTIVE_CAMPAIGNS -> words.activeCampaigns();
            case EMAILS_SENT -> words.emailsSent();
            case EMAILS_OPENED -> words.emailsOpened();
            case EMAILS_CLICKED -> words.emailsClicked();
            case EMAILS_BOUNCED -> words.emailsBounced();
            case UNSUBSCRIBED -> words.unsubscribed();
            case FORM_SUBMISSIONS -> words.formSubmissions();
            case PAGE_HITS -> words.pageHits();
            case CONTACTS_CREATED -> words.contactsCreated();
            case EMAILS_NOT_SENT -> words.emailsNotSent();
            case MACHINE_OPENS -> words.machineOpens();
            case MACHINE_CLICKS -> words.machineClicks();
            case SEGMENTS_BUILT -> words.segmentsBuilt();
        };
    }
}
