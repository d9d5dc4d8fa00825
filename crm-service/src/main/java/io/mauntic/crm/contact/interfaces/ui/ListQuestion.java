package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.crm.contact.application.ContactListing;
import io.mauntic.crm.savedview.domain.ViewColumn;
import io.mauntic.crm.savedview.domain.ViewDetails;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** Which contacts a list shows, how sorted and with which columns, as it stands in the address. */
public class ListQuestion {

    static final String LIST = "/app/crm/contacts";

    private static final int ROWS = 25;

    @QueryParam("search")
    String search;

    @QueryParam("tag")
    String tag;

    @QueryParam("stage")
    String stage;

    @QueryParam("orderBy")
    String orderBy;

    @QueryParam("orderDir")
    String orderDir;

    /** Names with commas between. */
    @QueryParam("columns")
    String columns;

    /** The saved view that it began with. */
    @QueryParam("view")
    Long view;

    ContactListing listing(int page) {
        String order = isMissing(orderBy) ? "createdAt" : orderBy;
        return new ContactListing(
                Math.max(1, page), ROWS, null, search, order, orderDir, tag, stage, null);
    }

    boolean filtered() {
        return !isMissing(search) || !isMissing(tag) || !isMissing(stage);
    }

    List<String> columnNames() {
        return isMissing(columns) ? List.of() : List.of(columns.split(","));
    }

    List<ViewColumn> shown() {
        return ViewColumn.shown(columnNames());
    }

    ViewDetails named(String name, boolean shared) {
        return new ViewDetails(name, shared, search, tag, stage, orderBy, orderDir, columnNames());
    }

    /** The address of a saved view. */
    static String address(long id, ViewDetails view) {
        return address(LIST, view, Long.toString(id));
    }

    /** This list, at another address. */
    String at(String path) {
        return at(path, columnNames());
    }

    String at(String path, List<String> chosen) {
        ViewDetails as = new ViewDetails("-", false, search, tag, stage, orderBy, orderDir, chosen);
        return address(path, as, view == null ? null : view.toString());
    }

    private static String address(String path, ViewDetails list, String view) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "search", list.search());
        add(query, "tag", list.tag());
        add(query, "stage", list.stage());
        add(query, "orderBy", list.orderBy());
        add(query, "orderDir", list.orderDir());
        add(query, "columns", String.join(",", list.columns()));
        add(query, "view", view);
        return path + query;
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!isMissing(value)) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
