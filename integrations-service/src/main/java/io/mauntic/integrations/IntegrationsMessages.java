package io.mauntic.integrations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this context say. */
@MessageBundle("integrations")
public interface IntegrationsMessages {

    @Message("Webhooks")
    String webhooks();

    @Message("Tell your other systems what happens here, the moment it happens.")
    String webhooksAre();

    @Message("New webhook")
    String newWebhook();

    @Message("No webhooks yet")
    String noWebhooks();

    @Message(
            "A webhook sends events, such as a submitted form or an opened email, to an address of your own. Each one is signed, tried again when it fails, and logged.")
    String noWebhooksText();

    @Message("Search by name or address")
    String searchWebhooks();

    @Message("Name")
    String name();

    @Message("Address")
    String address();

    @Message("State")
    String state();

    @Message("Last 24 hours")
    String lastDay();

    @Message("Last attempt")
    String lastAttempt();

    @Message("Active")
    String active();

    @Message("Disabled")
    String disabled();

    @Message("The receiver said that it wants nothing more (410).")
    String disabledGone();

    @Message("Nothing reached the receiver for several days.")
    String disabledFailing();

    @Message("Somebody switched it off.")
    String disabledManual();

    @Message("{count} delivered")
    String countDelivered(String count);

    @Message("{count} failed")
    String countFailed(String count);

    @Message("{count} waiting")
    String countWaiting(String count);

    @Message("Delivered")
    String delivered();

    @Message("Failed")
    String failed();

    @Message("Waiting")
    String pending();

    @Message("Edit")
    String edit();

    @Message("Delete")
    String delete();

    @Message("Send a test")
    String test();

    @Message("The test is on its way.")
    String testSent();

    @Message("Switch off")
    String switchOff();

    @Message("Switch on")
    String switchOn();

    @Message("The webhook sends nothing more.")
    String switchedOff();

    @Message("The webhook is active again.")
    String switchedOn();

    @Message("New secret")
    String rotate();

    @Message("What only your team sees")
    String nameHelp();

    @Message("Where events are sent to, by POST, as JSON")
    String addressHelp();

    @Message("Events")
    String events();

    @Message("Everything, including what later versions add")
    String allEvents();

    @Message("All events")
    String everything();

    @Message("Contacts")
    String contextCrm();

    @Message("Campaigns")
    String contextCampaign();

    @Message("Emails")
    String contextMessaging();

    @Message("Forms and pages")
    String contextContent();

    @Message("Users")
    String contextIdentity();

    @Message("Webhooks")
    String contextIntegrations();

    @Message("Save")
    String save();

    @Message("Create the webhook")
    String create();

    @Message("Your signing secret")
    String secretTitle();

    @Message(
            "Copy it now: it is never shown again. Your receiver checks with it that a delivery comes from here and was not changed.")
    String secretText();

    @Message("Secret")
    String secret();

    @Message(
            "The former secret signs too until {time}, so that nothing is lost while you change your receiver.")
    String secretOverlap(String time);

    @Message("I have copied it")
    String secretDone();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("The webhook was saved.")
    String saved();

    @Message("The webhook was deleted.")
    String deleted();

    @Message("Delete this webhook?")
    String deleteTitle();

    @Message(
            "Its log is deleted with it, and {count} waiting {#if count == '1'}delivery is{#else}deliveries are{/if} not sent.")
    String deleteText(String count);

    @Message("Keep it")
    String keep();

    @Message("Make a new secret?")
    String rotateTitle();

    @Message(
            "The present one goes on signing beside the new one for 24 hours. Change your receiver within that time.")
    String rotateText();

    @Message("Log")
    String log();

    @Message("Event")
    String event();

    @Message("When")
    String when();

    @Message("Attempts")
    String attempts();

    @Message("Answer")
    String answer();

    @Message("Beginning of its text")
    String body();

    @Message("Status {status}")
    String status(String status);

    @Message("Next attempt")
    String nextAttempt();

    @Message("Send again")
    String replay();

    @Message("It is sent again now.")
    String replayed();

    @Message("Nothing was sent yet")
    String nothingSent();

    @Message(
            "What happens from now on is sent and logged here. Send a test to see that deliveries arrive.")
    String nothingSentText();

    @Message("All")
    String all();

    @Message("Delivery of {event}")
    String deliveryOf(String event);

    @Message("What is sent")
    String payload();

    @Message("Each attempt")
    String history();

    @Message("{millis} ms")
    String took(String millis);
}
