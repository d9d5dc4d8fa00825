package io.mauntic.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the tags themselves; a service's own words stand in its own bundle. */
@MessageBundle("ui")
public interface UiMessages {

    @Message("Search")
    String search();

    @Message("Type to search, Enter to go")
    String searchHint();

    @Message("optional")
    String optional();

    @Message("Previous page")
    String previousPage();

    @Message("Next page")
    String nextPage();

    @Message("Pages")
    String pages();

    @Message("{first}–{last} of {total}")
    String rowsOf(String first, String last, String total);

    @Message("Nothing found")
    String nothingFound();

    @Message("Sort by {column}")
    String sortBy(String column);

    @Message("Select all on this page")
    String selectAll();

    @Message("Select {name}")
    String selectRow(String name);

    @Message("{count} selected")
    String selected(String count);

    @Message("Remove filter: {label}")
    String removeFilter(String label);

    @Message("Clear all")
    String clearFilters();

    @Message("Please correct the following")
    String pleaseCorrect();

    @Message("Cancel")
    String cancel();

    @Message("Save")
    String save();

    @Message("Show as table")
    String showAsTable();

    @Message("up")
    String up();

    @Message("down")
    String down();

    @Message("unchanged")
    String unchanged();

    @Message("More actions")
    String moreActions();

    @Message("Undo")
    String undo();

    @Message("Close")
    String close();

    @Message("Please choose")
    String pleaseChoose();

    @Message("Redo")
    String redo();

    @Message("No unsaved changes")
    String builderClean();

    @Message("Saving…")
    String builderSaving();

    @Message("Draft saved")
    String builderSaved();

    @Message("This is your draft of")
    String builderKept();

    @Message("Discard draft")
    String builderDiscard();

    @Message("The draft is discarded.")
    String builderDiscarded();

    @Message(
            "Not saved: no connection. What you wrote is safe in this window and is sent again by itself.")
    String builderOffline();

    @Message(
            "Not saved: you are signed out, or may not do this. What you wrote is safe in this window; sign in again in another one.")
    String builderRefused();

    @Message(
            "Not saved: this draft was changed in another window. Save keeps what you see here; reload shows the other one.")
    String builderOtherWindow();

    @Message("Brought back what was not saved yet")
    String builderRestored();

    @Message("1 thing to correct")
    String builderProblem();

    @Message("# things to correct")
    String builderProblems();

    @Message("Somebody else has saved a change meanwhile")
    String builderConflict();

    @Message(
            "What you wrote is below, and nothing of it is lost. Save again to replace their version by yours.")
    String builderConflictText();

    @Message("See their version")
    String builderCurrent();
}
