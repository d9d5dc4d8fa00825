package io.mauntic.analytics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dashboard, the reports and the notifications. */
@MessageBundle("analytics")
public interface AnalyticsMessages {

    /** The language of this bundle, for numbers and dates that are written in Java. */
    @Message("en")
    String language();

    @Message("Dashboard")
    String dashboard();

    @Message("How your marketing is doing, and what happened last.")
    String dashboardIs();

    @Message("Reports")
    String reports();

    @Message("What came of it in a period, compared with the time before.")
    String reportsAre();

    @Message("All reports")
    String allReports();

    @Message("30 days ago: {before}")
    String thirtyDaysAgo(String before);

    @Message("in 30 days, before that {before}")
    String inThirtyDays(String before);

    @Message("Latest activity")
    String latestActivity();

    @Message(
            "Nothing has happened yet. What your contacts and campaigns do appears here within a second.")
    String noActivity();

    @Message("Notifications")
    String notifications();

    @Message("What finished, and what needs somebody.")
    String notificationsAre();

    @Message("There is nothing to tell yet.")
    String noNotifications();

    @Message("new")
    String unread();

    @Message("Your first campaign in three steps")
    String firstSteps();

    @Message("Bring in your contacts")
    String stepContacts();

    @Message("A spreadsheet saved as CSV is enough: Mauntic finds out which column is which.")
    String stepContactsText();

    @Message("Import contacts")
    String importContacts();

    @Message("Say whom you want to reach")
    String stepSegment();

    @Message(
            "A segment keeps itself up to date, for example: everybody from Berlin with more than 10 points.")
    String stepSegmentText();

    @Message("Build a segment")
    String buildSegment();

    @Message("Send them something")
    String stepSend();

    @Message("Write an email and publish a campaign that sends it to the segment.")
    String stepSendText();

    @Message("Write an email")
    String writeEmail();

    @Message("Done")
    String done();

    @Message("Figure")
    String figure();

    @Message("Period")
    String period();

    @Message("{days} days")
    String days(String days);

    @Message("Last {days} days")
    String lastDays(int days);

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Show")
    String show();

    @Message("One point is")
    String unit();

    @Message("an hour")
    String hour();

    @Message("a day")
    String day();

    @Message("a week")
    String week();

    @Message("a month")
    String month();

    @Message("Time")
    String time();

    @Message("This period")
    String thisPeriod();

    @Message("Before")
    String before();

    @Message("Change")
    String change();

    @Message("Export as CSV")
    String export();

    @Message("Figures")
    String figures();

    @Message("Emails")
    String emails();

    @Message("Contacts and campaigns")
    String audience();

    @Message("Website")
    String website();

    @Message("{share} of those sent")
    String ofSent(String share);

    @Message(
            "Days begin at midnight in your time zone ({zone}). Machines that open or follow links are left out.")
    String howCounted(String zone);

    @Message("Contacts")
    String contacts();

    @Message("Active campaigns")
    String activeCampaigns();

    @Message("Emails sent")
    String emailsSent();

    @Message("Emails opened")
    String emailsOpened();

    @Message("Emails clicked")
    String emailsClicked();

    @Message("Emails bounced")
    String emailsBounced();

    @Message("Unsubscribed")
    String unsubscribed();

    @Message("Form submissions")
    String formSubmissions();

    @Message("Page hits")
    String pageHits();

    @Message("New contacts")
    String contactsCreated();

    @Message("Emails held back")
    String emailsNotSent();

    @Message("Opens by machines")
    String machineOpens();

    @Message("Clicks by machines")
    String machineClicks();

    @Message("Segments built")
    String segmentsBuilt();

    @Message("Campaign “{name}” went live")
    String campaignPublished(String name);

    @Message("Campaign “{name}” was stopped")
    String campaignUnpublished(String name);

    @Message("Import finished: {amount} {#if amount == '1'}contact{#else}contacts{/if} came in")
    String importFinished(String amount);

    @Message(
            "Import finished: {amount} {#if amount == '1'}contact{#else}contacts{/if} came in, {failed} {#if failed == '1'}row{#else}rows{/if} could not be used")
    String importFinishedWithRejects(String amount, String failed);

    @Message("Import stopped after {amount} {#if amount == '1'}contact{#else}contacts{/if}")
    String importStopped(String amount);

    @Message("Segment “{name}” was built: {amount} {#if amount == '1'}contact{#else}contacts{/if}")
    String segmentBuilt(String name, String amount);

    @Message("“{name}” was sent to {amount} {#if amount == '1'}contact{#else}contacts{/if}")
    String mailsSent(String name, String amount);

    @Message("{amount} {#if amount == '1'}contact{#else}contacts{/if} opened “{name}”")
    String mailsOpened(String name, String amount);

    @Message("{amount} {#if amount == '1'}contact{#else}contacts{/if} clicked in “{name}”")
    String mailsClicked(String name, String amount);

    @Message("{amount} {#if amount == '1'}mail{#else}mails{/if} of “{name}” came back")
    String mailsBounced(String name, String amount);

    @Message("{amount} {#if amount == '1'}contact{#else}contacts{/if} unsubscribed after “{name}”")
    String contactsUnsubscribed(String name, String amount);

    @Message("Form “{name}” was filled in {#if amount == '1'}once{#else}{amount} times{/if}")
    String formFilled(String name, String amount);

    @Message("{name} joined the team")
    String userCreated(String name);

    @Message("Webhook “{name}” was switched off: its address no longer answers")
    String webhookDisabled(String name);
}
