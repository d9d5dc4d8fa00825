package io.mauntic.campaign.campaign.interfaces.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the campaign pages. */
@MessageBundle("campaign")
public interface CampaignMessages {

    @Message("Campaigns")
    String campaigns();

    @Message("Lead contacts step by step: send, wait for what they do, decide.")
    String campaignsAre();

    @Message("New campaign")
    String newCampaign();

    @Message("Search campaigns")
    String search();

    @Message("Filters")
    String filters();

    @Message("Name")
    String name();

    @Message("For you and your team; contacts never see it.")
    String nameHelp();

    @Message("Status")
    String status();

    @Message("Draft")
    String draft();

    @Message("Running")
    String published();

    @Message("Stopped")
    String unpublished();

    @Message("Contacts")
    String contacts();

    @Message("Done")
    String done();

    @Message("Waiting")
    String waiting();

    @Message("Changed")
    String changed();

    @Message("No campaigns yet")
    String noCampaigns();

    @Message(
            "A campaign welcomes new contacts, follows up on an email, or rewards a click, all by itself. Choose a segment, then add the first step, for example: send a welcome email and wait until it is opened.")
    String noCampaignsText();

    @Message("Make the first campaign")
    String firstCampaign();

    @Message("Segments")
    String segments();

    @Message("Whoever comes into one of these segments walks through the campaign.")
    String segmentsHelp();

    @Message("There are no segments yet. Make one first, then come back.")
    String noSegments();

    @Message("Make a segment")
    String makeSegment();

    @Message("Contacts may walk through again")
    String reentry();

    @Message("When they left the segments and come back.")
    String reentryHelp();

    @Message("Create campaign")
    String create();

    @Message("Saved")
    String saved();

    @Message("Campaign created. Add its first step.")
    String created();

    @Message("Publish")
    String publish();

    @Message("Stop")
    String unpublish();

    @Message("The campaign runs. Its contacts enter now.")
    String publishedNow();

    @Message("The campaign is stopped. What waits goes on when you publish it again.")
    String unpublishedNow();

    @Message("Delete campaign")
    String deleteCampaign();

    @Message("Campaign deleted")
    String deleted();

    @Message("Campaign restored. Publish it to let it run again.")
    String restored();

    @Message("Settings")
    String settings();

    @Message("Name, segments, re-entry")
    String editSettings();

    @Message("Steps")
    String steps();

    @Message("Log")
    String log();

    @Message("What happens to each contact, from top to bottom.")
    String stepsAre();

    @Message("Starts with contacts of")
    String startsWith();

    @Message("No segment yet")
    String noSource();

    @Message("Choose segments")
    String chooseSegments();

    @Message("Add the first step")
    String addFirst();

    @Message("Add another first step")
    String addBeginning();

    @Message("Add a step")
    String addStep();

    @Message("Add a step if yes")
    String addYes();

    @Message("Add a step if no")
    String addNo();

    @Message("What shall happen here?")
    String chooseStep();

    @Message("Cancel")
    String cancel();

    @Message("Edit")
    String edit();

    @Message("Delete")
    String remove();

    @Message("The steps are as they were before.")
    String undone();

    @Message("The steps are as you had changed them.")
    String redone();

    @Message("All changes are saved")
    String allSaved();

    @Message("All changes are saved and work at once")
    String allSavedLive();

    @Message("Your draft keeps itself as you type. The campaign changes when you press Save.")
    String stepNote();

    @Message("Preview the email")
    String previewEmail();

    @Message("Step saved")
    String stepSaved();

    @Message("Step added")
    String stepAdded();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Action")
    String action();

    @Message("Decision")
    String decision();

    @Message("Condition")
    String condition();

    @Message("Send an email")
    String sendEmail();

    @Message("Wait for the email to be opened")
    String waitOpen();

    @Message("Wait for a click in the email")
    String waitClick();

    @Message("Change tags")
    String changeTags();

    @Message("Change points")
    String changePoints();

    @Message("Check a field")
    String checkField();

    @Message("Opens the email?")
    String opens();

    @Message("Clicks in the email?")
    String clicks();

    @Message("Email")
    String email();

    @Message("Each contact gets it once at this step.")
    String emailHelp();

    @Message("There are no emails yet. Write one first, then come back.")
    String noEmails();

    @Message("Write an email")
    String writeEmail();

    @Message("Tags to add")
    String addTags();

    @Message("Tags to remove")
    String removeTags();

    @Message("Separated by commas.")
    String tagsHelp();

    @Message("Points")
    String points();

    @Message("Negative to take points away.")
    String pointsHelp();

    @Message("Field")
    String field();

    @Message("Name of the custom field")
    String customField();

    @Message("Only for “Custom field”.")
    String customFieldHelp();

    @Message("Custom field")
    String custom();

    @Message("Comparison")
    String operator();

    @Message("Value")
    String value();

    @Message("Several values for “one of”, separated by commas; none for “empty”.")
    String valueHelp();

    @Message("When")
    String when();

    @Message("How long to wait for it")
    String howLong();

    @Message("At once")
    String immediate();

    @Message("Without a limit")
    String noLimit();

    @Message("After some time")
    String interval();

    @Message("At a date and time")
    String date();

    @Message("Time to wait")
    String amount();

    @Message("Unit")
    String unit();

    @Message("seconds")
    String seconds();

    @Message("minutes")
    String minutes();

    @Message("hours")
    String hours();

    @Message("days")
    String days();

    @Message("weeks")
    String weeks();

    @Message("months")
    String months();

    @Message("Date and time (UTC)")
    String at();

    @Message("at once")
    String atOnce();

    @Message("waits without a limit")
    String withoutEnd();

    @Message("said yes")
    String tookYes();

    @Message("Failed")
    String failed();

    @Message("Sent")
    String sent();

    @Message("Done")
    String executed();

    @Message("Contacts are still entering.")
    String starting();

    @Message("Entered")
    String entered();

    @Message("In it now")
    String active();

    @Message("Left")
    String left();

    @Message("Refresh")
    String refresh();

    @Message("The campaign cannot run yet")
    String notPublished();

    @Message("What was done to whom, and what waits.")
    String logIs();

    @Message("Contact")
    String contact();

    @Message("Step")
    String step();

    @Message("Result")
    String result();

    @Message("Time")
    String time();

    @Message("Nobody has come here yet")
    String noLog();

    @Message("As soon as the campaign runs, each step of each contact is written here.")
    String noLogText();

    @Message("All steps")
    String allSteps();

    @Message("Filter")
    String filter();

    @Message("A step that was deleted")
    String removedStep();

    @Message("does not exist any more")
    String goneReference();

    @Message("is")
    String equalsWord();

    @Message("is not")
    String notEqualsWord();

    @Message("contains")
    String containsWord();

    @Message("starts with")
    String startsWithWord();

    @Message("ends with")
    String endsWithWord();

    @Message("is empty")
    String emptyWord();

    @Message("is not empty")
    String notEmptyWord();

    @Message("is greater than")
    String greaterThanWord();

    @Message("is less than")
    String lessThanWord();

    @Message("is one of")
    String inWord();

    @Message("is none of")
    String notInWord();

    @Message("First name")
    String firstname();

    @Message("Last name")
    String lastname();

    @Message("Phone")
    String phone();

    @Message("Company")
    String company();

    @Message("Position")
    String position();

    @Message("Country")
    String country();

    @Message("City")
    String city();

    @Message("Stage")
    String stage();

    @Message("Tags")
    String tags();

    @Message("Created")
    String createdAt();

    @Message("does not want mail")
    String doNotContact();

    @Message("has no email address")
    String noAddress();

    @Message("refused by the mail server")
    String refused();

    @Message("the contact does not exist any more")
    String unknownContact();

    @Message("came back")
    String bounced();

    @Message("Send “{name}”")
    String sends(String name);

    @Message("add {tags}")
    String adds(String tags);

    @Message("remove {tags}")
    String removes(String tags);

    @Message("Add {points} points")
    String addsPoints(String points);

    @Message("Take {points} points")
    String takesPoints(String points);

    @Message("after {value} {unit}")
    String afterTime(long value, String unit);

    @Message("waits {value} {unit}, then no")
    String waitsTime(long value, String unit);

    @Message("on {date} (UTC)")
    String onDate(String date);

    @Message("waits until {date} (UTC), then no")
    String waitsDate(String date);

    @Message("Email {id}")
    String emailNumber(long id);

    @Message("Segment {id}")
    String segmentNumber(long id);

    @Message("Contact {id}")
    String contactNumber(long id);

    @Message("Step deleted, {count} in all")
    String stepDeleted(int count);

    @Message("Edit: {title}")
    String editStep(String title);

    @Message("Delete: {title}")
    String deleteStep(String title);

    @Message("second")
    String second();

    @Message("minute")
    String minute();

    @Message("hour")
    String hour();

    @Message("day")
    String day();

    @Message("week")
    String week();

    @Message("month")
    String month();

    @Message("{count} done")
    String doneCount(String count);

    @Message("{count} waiting")
    String waitingCount(String count);

    @Message("{count} failed")
    String failedCount(String count);
}
