package io.mauntic.content;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this context say. */
@MessageBundle("content")
public interface ContentMessages {

    @Message("Forms")
    String forms();

    @Message("Ask visitors for what you need to know; every submission makes or updates a contact.")
    String formsAre();

    @Message("New form")
    String newForm();

    @Message("No forms yet")
    String noForms();

    @Message(
            "A form collects email addresses and answers, on a page of its own or on your website. Start with two fields: you can change everything later.")
    String noFormsText();

    @Message("Search by name or address")
    String searchForms();

    @Message("Name")
    String name();

    @Message("Address")
    String address();

    @Message("Submissions")
    String submissions();

    @Message("Changed")
    String changed();

    @Message("Website tracking")
    String tracking();

    @Message("See which pages people visit before and after they tell you who they are.")
    String trackingIs();

    @Message("Put this line on every page of your website, before </body>:")
    String trackingText();

    @Message(
            "Visitors stay anonymous until they submit a form or follow a link from one of your emails. From then on, their page visits stand in the contact's timeline, the earlier ones too.")
    String trackingPrivacy();

    @Message("For pages that change without loading, report each view yourself:")
    String trackingSingle();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Share")
    String share();

    @Message("Edit")
    String edit();

    @Message("Delete")
    String delete();

    @Message("Open the form")
    String open();

    @Message("Link to the form")
    String link();

    @Message("Put the form into your website")
    String embed();

    @Message("Paste this where the form should stand. It looks like the page around it.")
    String embedText();

    @Message("Without a script, in a frame")
    String frame();

    @Message("The form was saved.")
    String saved();

    @Message("The form was deleted.")
    String deleted();

    @Message("Delete this form?")
    String deleteTitle();

    @Message(
            "Its page closes at once, and {count} {#if count == '1'}submission is{#else}submissions are{/if} deleted with it. Contacts stay.")
    String deleteText(String count);

    @Message("Keep it")
    String keep();

    @Message("Nobody has submitted this form yet")
    String noSubmissions();

    @Message(
            "Share the link or put the form into your website. What visitors send appears here within a second.")
    String noSubmissionsText();

    @Message("Search in the answers")
    String searchSubmissions();

    @Message("Received")
    String received();

    @Message("Contact")
    String contact();

    @Message("Answers")
    String answers();

    @Message("With a script")
    String script();

    @Message("From page")
    String fromPage();

    @Message("Newest submissions")
    String newest();

    @Message("See all")
    String seeAll();

    @Message("This form is not here")
    String missing();

    @Message("It may have been deleted. Nothing that it collected into contacts is lost.")
    String missingText();

    @Message("Back to the forms")
    String back();

    @Message("Form")
    String form();

    @Message("What only your team sees")
    String nameHelp();

    @Message("The end of the public address, /f/…; made from the name if you leave it empty")
    String aliasHelp();

    @Message("Address ending")
    String alias();

    @Message("Button")
    String button();

    @Message("Fields")
    String fields();

    @Message("Add a field")
    String addField();

    @Message("Label")
    String label();

    @Message("Kind")
    String kind();

    @Message("Fills the contact's field")
    String mapsTo();

    @Message("A field such as email or firstname; empty: kept with the submission only")
    String mapsToHelp();

    @Message("Name in the data")
    String fieldAlias();

    @Message("Made from the label if you leave it empty")
    String fieldAliasHelp();

    @Message("Help text")
    String help();

    @Message("Placeholder")
    String placeholder();

    @Message("Default value")
    String defaultValue();

    @Message("Options, one a line")
    String options();

    @Message("Must be filled in")
    String required();

    @Message("More settings")
    String more();

    @Message("Move {label} up")
    String moveUp(String label);

    @Message("Move {label} down")
    String moveDown(String label);

    @Message("Remove {label}")
    String remove(String label);

    @Message("Field {number}")
    String fieldNumber(String number);

    @Message("After a submission")
    String after();

    @Message("Show a message")
    String afterMessage();

    @Message("Go to another page")
    String afterRedirect();

    @Message("What happens")
    String afterType();

    @Message("Message")
    String thanks();

    @Message("Address of the page")
    String redirectUrl();

    @Message("Preview")
    String preview();

    @Message("This is what visitors see.")
    String previewText();

    @Message("Save the form")
    String save();

    @Message("Your draft keeps itself as you type. Visitors see your changes when you press Save.")
    String draftNote();

    @Message("Your draft keeps itself as you type. Visitors can use the form once you press Save.")
    String newNote();
}
