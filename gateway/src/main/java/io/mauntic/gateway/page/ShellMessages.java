package io.mauntic.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the shell, of the search and of the pages that tell what went wrong. */
@MessageBundle("shell")
public interface ShellMessages {

    @Message("Dashboard")
    String dashboard();

    @Message("Audience")
    String audience();

    @Message("Contacts")
    String contacts();

    @Message("Companies")
    String companies();

    @Message("Segments")
    String segments();

    @Message("Imports")
    String imports();

    @Message("Engage")
    String engage();

    @Message("Campaigns")
    String campaigns();

    @Message("Emails")
    String emails();

    @Message("Forms")
    String forms();

    @Message("Learn")
    String learn();

    @Message("Reports")
    String reports();

    @Message("Connect")
    String connect();

    @Message("Webhooks")
    String webhooks();

    @Message("Settings")
    String settings();

    @Message("Users")
    String users();

    @Message("Roles")
    String roles();

    @Message("API clients")
    String clients();

    @Message("New contact")
    String newContact();

    @Message("Import contacts")
    String newImport();

    @Message("New segment")
    String newSegment();

    @Message("New email")
    String newEmail();

    @Message("New campaign")
    String newCampaign();

    @Message("New form")
    String newForm();

    @Message("New")
    String create();

    @Message("Skip to the content")
    String skip();

    @Message("Main menu")
    String mainMenu();

    @Message("Quick menu")
    String quickMenu();

    @Message("Open the menu")
    String openMenu();

    @Message("Search everything")
    String searchEverything();

    @Message("Search: press / to get here")
    String searchPlaceholder();

    @Message("Results for “{words}”")
    String resultsFor(String words);

    @Message("Nothing found for “{words}”")
    String nothingFor(String words);

    @Message("Try fewer or other words: a name, an email address, a title.")
    String tryOtherWords();

    @Message("Type what you look for")
    String typeToSearch();

    @Message("Not everything could be searched just now.")
    String searchedInPart();

    @Message("Light or dark")
    String theme();

    @Message("Work in progress")
    String work();

    @Message("Nothing is running.")
    String nothingRuns();

    @Message("Import of {file}")
    String importOf(String file);

    @Message("{done} of {total}")
    String doneOf(String done, String total);

    @Message("Notifications")
    String notifications();

    @Message("Your organizations")
    String organizations();

    @Message("Your account")
    String account();

    @Message("Name and password")
    String profile();

    @Message("Sign out")
    String signOut();

    @Message("The connection failed. Nothing was lost: try again.")
    String offline();

    @Message("This page does not exist")
    String notFoundTitle();

    @Message("It may have been deleted, or the address is mistyped.")
    String notFoundText();

    @Message("This is not for you to see")
    String forbiddenTitle();

    @Message(
            "Your role does not include it. An administrator of your organization can change that.")
    String forbiddenText();

    @Message("This part is resting")
    String downTitle();

    @Message("That was too fast")
    String tooManyTitle();

    @Message(
            "Your browser asks for more than its share just now. Nothing is lost: wait a few seconds and try again.")
    String tooManyText();

    @Message("It does not answer just now. Nothing is lost: try again in a moment.")
    String downText();

    @Message("That did not work")
    String failedTitle();

    @Message("Something went wrong on our side. Nothing is lost: try again in a moment.")
    String failedText();

    @Message("That is too large")
    String tooLargeTitle();

    @Message("This is more than can be sent at once. Send less, for instance a file in two parts.")
    String tooLargeText();

    @Message("That could not be done")
    String refusedTitle();

    @Message("This did not come from a page of Mauntic, so it was not done.")
    String foreignText();

    @Message("Back to the dashboard")
    String backToDashboard();

    @Message("Try again")
    String tryAgain();

    @Message("Set aside")
    String setAside();

    @Message(
            "Work that failed for good. Nothing else waits for it: set it going again when its cause is gone.")
    String setAsideIs();

    @Message("Some parts do not answer just now, so this is not all.")
    String setAsideInPart();

    @Message("Nothing is set aside")
    String nothingSetAside();

    @Message(
            "Work that cannot be done after several tries appears here, with the reason, for you to decide.")
    String nothingSetAsideText();

    @Message("By kind")
    String setAsideByKind();

    @Message("Being set going again")
    String beingRetried();

    @Message("Set all going again")
    String retryAll();

    @Message("Set going again")
    String retry();

    @Message("Dismiss")
    String dismiss();

    @Message("Tried {#if times == 1}once{#else}{times} times{/if}")
    String triedTimes(long times);

    @Message("Actions")
    String actions();

    @Message("Events that could not be handled")
    String kindEvent();

    @Message("Events that could not be told")
    String kindOutgoing();

    @Message("Timers")
    String kindTimer();

    @Message("Steps of campaigns")
    String kindStep();

    @Message("Mails")
    String kindDelivery();

    @Message("Webhook deliveries")
    String kindWebhook();

    @Message("It is not here any more.")
    String setAsideGone();

    @Message("Done.")
    String done();
}
