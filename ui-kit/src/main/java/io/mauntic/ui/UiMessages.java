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
}
