package io.mauntic.crm.contactimport.interfaces.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of imports. */
@MessageBundle("imports")
public interface ImportMessages {

    @Message("Imports")
    String imports();

    @Message("Contacts out of files: what came in, and what could not.")
    String importsAre();

    @Message("Import contacts")
    String newImport();

    @Message(
            "A CSV in UTF-8 with a line of headers, one contact a row. You see what becomes of each column before anything is imported.")
    String newImportText();

    @Message("No imports yet")
    String noImports();

    @Message(
            "Save your contacts as CSV and import them here. A file of three rows is enough to try it.")
    String noImportsText();

    @Message("CSV file")
    String file();

    @Message("Choose a file, or drop it here. At most {size} MB.")
    String fileHelp(String size);

    @Message("Go on to the columns")
    String goOn();

    @Message("Choose the CSV file first.")
    String chooseFile();

    @Message("What becomes of the columns")
    String columns();

    @Message(
            "Contacts are matched by their email address. Empty cells never overwrite, tags are added, points count for new contacts only.")
    String columnsAre();

    @Message("Column")
    String column();

    @Message("Becomes")
    String becomes();

    @Message("First rows")
    String firstRows();

    @Message("Left out")
    String leftOut();

    @Message("Custom field “{name}”")
    String customField(String name);

    @Message("What “{header}” becomes")
    String becomesOf(String header);

    @Message("Start the import")
    String start();

    @Message("File")
    String fileName();

    @Message("State")
    String state();

    @Message("Rows")
    String rows();

    @Message("New")
    String created();

    @Message("Updated")
    String updated();

    @Message("Empty")
    String ignored();

    @Message("Rejected")
    String failed();

    @Message("Uploaded")
    String uploaded();

    @Message("{done} of {all} rows")
    String progress(String done, String all);

    @Message("{done} rows so far")
    String counting(String done);

    @Message("Cancel the import")
    String cancel();

    @Message("The import is cancelled. What came in stays.")
    String cancelled();

    @Message("Refresh")
    String refresh();

    @Message("{count} {#if count == '1'}row{#else}rows{/if} could not be imported: see why")
    String seeRejects(String count);

    @Message("Rejected rows")
    String rejects();

    @Message("Line")
    String line();

    @Message("Reason")
    String reason();

    @Message("Row")
    String row();

    @Message("These are the first {shown} of {count}. Download the list to see all.")
    String firstRejects(int shown, String count);

    @Message("Download the list")
    String download();

    @Message(
            "The list holds the rows as they were, each with its line and reason. Correct them and import the list.")
    String rejectsHelp();

    @Message("See the contacts")
    String seeContacts();

    @Message("This import does not exist")
    String gone();

    @Message("The address is wrong, or the file was uploaded more than a day ago.")
    String goneText();

    @Message("All imports")
    String allImports();

    @Message(
            "{#switch status}{#case 'queued'}Waiting{#case 'running'}Running{#case 'finished'}Finished{#case 'failed'}Failed{#case 'cancelled'}Cancelled{#else}?{/switch}")
    String status(String status);

    @Message(
            "{#switch name}{#case 'firstname'}First name{#case 'lastname'}Last name{#case 'email'}Email address{#case 'phone'}Phone{#case 'company'}Company{#case 'position'}Position{#case 'city'}City{#case 'country'}Country{#case 'stage'}Stage{#case 'points'}Points{#case 'tags'}Tags{#else}?{/switch}")
    String fieldLabel(String name);
}
