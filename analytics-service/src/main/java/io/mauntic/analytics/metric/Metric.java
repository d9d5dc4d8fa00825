package io.mauntic.analytics.metric;

import java.util.Optional;
import java.util.stream.Stream;

/** What is counted. */
public enum Metric {
    CONTACTS("contacts", Kind.LEVEL),
    ACTIVE_CAMPAIGNS("activeCampaigns", Kind.LEVEL),
    EMAILS_SENT("emailsSent", Kind.FLOW),
    EMAILS_OPENED("emailsOpened", Kind.FLOW),
    EMAILS_CLICKED("emailsClicked", Kind.FLOW),
    EMAILS_BOUNCED("emailsBounced", Kind.FLOW),
    UNSUBSCRIBED("unsubscribed", Kind.FLOW),
    FORM_SUBMISSIONS("formSubmissions", Kind.FLOW),
    PAGE_HITS("pageHits", Kind.FLOW),
    CONTACTS_CREATED("contactsCreated", Kind.FLOW),
    EMAILS_NOT_SENT("emailsNotSent", Kind.FLOW),
    MACHINE_OPENS("machineOpens", Kind.FLOW),
    MACHINE_CLICKS("machineClicks", Kind.FLOW),
    SEGMENTS_BUILT("segmentsBuilt", Kind.FLOW);

    private enum Kind {
        /** How many there are at a moment: the sum of all changes before it. */
        LEVEL,
        /** How many happened in a period. */
        FLOW
    }

    private final String text;
    private final Kind kind;

    Metric(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** As the contract and the database call it. */
    public String text() {
        return text;
    }

    public boolean isLevel() {
        return kind == Kind.LEVEL;
    }

    public static Optional<Metric> named(String text) {
        return Stream.of(values()).filter(metric -> metric.text.equals(text)).findFirst();
    }
}
