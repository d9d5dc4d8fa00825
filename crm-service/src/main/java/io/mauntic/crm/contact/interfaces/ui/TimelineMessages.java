package io.mauntic.crm.contact.interfaces.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a timeline says of each event. */
@MessageBundle("timeline")
public interface TimelineMessages {

    @Message("Became a contact through the API or by hand")
    String createdByApi();

    @Message("Became a contact through an import")
    String createdByImport();

    @Message("Became a contact through a form")
    String createdByForm();

    @Message("Details changed: {fields}")
    String updated(String fields);

    @Message("A visitor was recognised as this contact")
    String identified();

    @Message("Tags: {changes}")
    String tags(String changes);

    @Message("{delta} points, now {points}")
    String points(String delta, int points);

    @Message("Moved to the stage {stage}")
    String stage(String stage);

    @Message("Left the stage {stage}")
    String noStage(String stage);

    @Message("Joined the segment {name}")
    String joinedSegment(String name);

    @Message("Left the segment {name}")
    String leftSegment(String name);

    @Message("Mail was stopped")
    String mailStopped();

    @Message("Mail was allowed again")
    String mailAllowed();

    @Message("Agreed to {what}")
    String consentGiven(String what);

    @Message("Withdrew the consent to {what}")
    String consentWithdrawn(String what);

    @Message(
            "{#if topic}“{topic}”{#else}everything{/if} by {#switch channel}{#case 'email'}email{#case 'sms'}text message{#else}push message{/switch}")
    String consentTo(String topic, String channel);

    @Message("Entered the campaign {name}")
    String enteredCampaign(String name);

    @Message("Left the campaign {name}")
    String leftCampaign(String name);

    @Message("A step of the campaign {name} was taken")
    String stepTaken(String name);

    @Message("Send an email")
    String stepSend();

    @Message("Was the email opened?")
    String stepOpen();

    @Message("Was a link clicked?")
    String stepClick();

    @Message("Change the tags")
    String stepTags();

    @Message("Change the points")
    String stepPoints();

    @Message("Does the field fit?")
    String stepField();

    @Message("{step} Yes")
    String stepYes(String step);

    @Message("{step} No")
    String stepNo(String step);

    @Message("A step of the campaign {name} failed")
    String stepFailed(String name);

    @Message("“{name}” was sent")
    String emailSent(String name);

    @Message("Opened “{name}”")
    String emailOpened(String name);

    @Message("Clicked in “{name}”")
    String emailClicked(String name);

    @Message("“{name}” came back")
    String emailBounced(String name);

    @Message("“{name}” was not sent")
    String emailNotSent(String name);

    @Message("Unsubscribed from “{name}”")
    String unsubscribed(String name);

    @Message("Submitted the form “{name}”")
    String formSubmitted(String name);

    @Message("Visited {page}")
    String pageVisited(String page);

    @Message("by a machine")
    String byMachine();
}
