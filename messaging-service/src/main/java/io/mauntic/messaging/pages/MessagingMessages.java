package io.mauntic.messaging.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of messaging's pages, for marketers and for recipients. */
@MessageBundle("msg")
public interface MessagingMessages {

    @Message("en")
    String language();

    @Message("Unsubscribe")
    String unsubscribeTitle();

    @Message("Do you want to receive no more emails from us?")
    String unsubscribeText();

    @Message("Yes, unsubscribe me")
    String unsubscribeButton();

    @Message("You are unsubscribed")
    String unsubscribedTitle();

    @Message("We will send you no more emails. You may close this page.")
    String unsubscribedText();

    @Message("This link does not work")
    String unknownTitle();

    @Message("It is incomplete or no longer valid. Please use the link in your email again.")
    String unknownText();

    @Message("Emails")
    String emails();

    @Message("What your campaigns send. Figures count people; scanners and robots stand apart.")
    String emailsAre();

    @Message("Email")
    String email();

    @Message("New email")
    String newEmail();

    @Message("Edit email")
    String editEmail();

    @Message("No emails yet")
    String noEmails();

    @Message(
            "Write an email once, and a campaign sends it to each contact with their own name in it. A welcome mail is a good start.")
    String noEmailsText();

    @Message("Write the first email")
    String writeFirst();

    @Message("Search by name or subject")
    String searchEmails();

    @Message("Name")
    String name();

    @Message("Only you see it.")
    String nameHelp();

    @Message("Subject")
    String subject();

    @Message("Sent")
    String sent();

    @Message("Opened")
    String opened();

    @Message("Clicked")
    String clicked();

    @Message("Bounced")
    String bounced();

    @Message("Unsubscribed")
    String unsubscribed();

    @Message("Changed")
    String changed();

    @Message("Edit")
    String edit();

    @Message("Delete")
    String delete();

    @Message("The email is deleted")
    String deleted();

    @Message("Saved")
    String saved();

    @Message("Report")
    String report();

    @Message("Preview and test")
    String previewAndTest();

    @Message("Preview")
    String preview();

    @Message("As a contact would read it.")
    String previewIs();

    @Message("Show the preview")
    String showPreview();

    @Message("Plain text")
    String plainText();

    @Message("For mail programs without pictures. Left empty, it is made from the HTML.")
    String plainTextHelp();

    @Message("Read it as")
    String readAs();

    @Message("Find a contact")
    String findContact();

    @Message("Find")
    String find();

    @Message("Nobody is found by these words.")
    String nobodyFound();

    @Message("Show it without a contact")
    String withDefaults();

    @Message("Send a test")
    String sendTest();

    @Message("To")
    String testTo();

    @Message("One mail, at once. It counts in no figure.")
    String testHelp();

    @Message("Enter an address like ada@example.org.")
    String enterAddress();

    @Message("Not sent yet")
    String notSentYet();

    @Message(
            "Publish a campaign with the step “Send email” and this email in it, and the figures appear here.")
    String notSentYetText();

    @Message("To the campaigns")
    String toCampaigns();

    @Message("Last 30 days")
    String last30Days();

    @Message("Day")
    String day();

    @Message("Links")
    String links();

    @Message("Why mails came back")
    String bounces();

    @Message("What the mail server said")
    String bounceReason();

    @Message("What follows")
    String bounceMeaning();

    @Message("The contact gets no more emails")
    String bounceHard();

    @Message("The next email may arrive")
    String bounceSoft();

    @Message("Emails")
    String mails();

    @Message("Link")
    String link();

    @Message("Clicks")
    String clicks();

    @Message("Write it once; each contact reads their own values.")
    String editorIs();

    @Message("From: name")
    String fromName();

    @Message("From: address")
    String fromAddress();

    @Message("Email (HTML)")
    String html();

    @Message("Insert a value")
    String insertValue();

    @Message(
            "It goes where the cursor stands. What stands behind “default” is shown where the value is missing:")
    String insertHelp();

    @Message("friend")
    String friend();

    @Message("Unsubscribe link")
    String unsubscribeLink();

    @Message("Write here what you have to say.")
    String startText();

    @Message("The test is sent to {to}")
    String testSent(String to);

    @Message("Hello {name}")
    String startGreeting(String name);

    @Message(
            "Machines opened {opened} and clicked {clicked} of these mails. {notSent} were not sent, for instance because a contact is unsubscribed.")
    String machines(String opened, String clicked, String notSent);

    @Message(
            "{#when name}{#is 'firstname'}First name{#is 'lastname'}Last name{#is 'email'}Email address{#is 'phone'}Phone{#is 'company'}Company{#is 'position'}Position{#is 'city'}City{#is 'country'}Country{#is 'stage'}Stage{#is 'points'}Points{#is 'tags'}Tags{/when}")
    String contactValue(String name);

    @Message("Your draft keeps itself as you type. Nobody is sent its words until you press Save.")
    String draftNote();

    @Message("Your draft keeps itself as you type. The email can be used once you press Save.")
    String newNote();
}
