package io.mauntic.crm.savedview.domain;

import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.InvalidValues;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A list of contacts as somebody wants to find it again. What is stored is trusted; what comes in
 * is {@link #checked}, or {@link #checkedSince} what is there.
 *
 * @param shared for the whole organization
 * @param columns names of {@link ViewColumn}, none for the usual ones
 */
public record ViewDetails(
        String name,
        boolean shared,
        String search,
        String tag,
        String stage,
        String orderBy,
        String orderDir,
        List<String> columns) {

    private static final int LONGEST_NAME = 60;
    private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

    private static final ViewDetails NOTHING =
            new ViewDetails(null, false, null, null, null, null, null, List.of());

    public ViewDetails {
        columns = columns == null ? List.of() : List.copyOf(columns);
    }

    /**
     * Cleaned, with every value held against the rules.
     *
     * @throws InvalidValues naming what the list could not show
     */
    public ViewDetails checked() {
        return checkedSince(NOTHING);
    }

    /**
     * Cleaned, with every value held against the rules that is another one than before.
     *
     * @throws InvalidValues naming what is new and the list could not show
     */
    public ViewDetails checkedSince(ViewDetails before) {
        return new ViewDetails(
                kept(name, before.name, ViewDetails::name),
                shared,
                PlainText.clean(search),
                PlainText.clean(tag),
                PlainText.clean(stage),
                kept(orderBy, before.orderBy, ViewDetails::orderBy),
                kept(orderDir, before.orderDir, ViewDetails::orderDir),
                columns.equals(before.columns) ? columns : ViewColumn.known(columns));
    }

    /** As the list can show it: in its usual order when the stored one is no longer offered. */
    public ViewDetails showable() {
        return orderBy == null || ViewColumn.isOrder(orderBy)
                ? this
                : new ViewDetails(name, shared, search, tag, stage, null, null, columns);
    }

    private static String kept(String value, String before, UnaryOperator<String> rule) {
        return value != null && value.equals(before) ? value : rule.apply(PlainText.clean(value));
    }

    private static String name(String name) {
        if (name == null || name.length() > LONGEST_NAME) {
            throw new InvalidValues("name", "Give the view a name of at most 60 characters.");
        }
        return name;
    }

    private static String orderBy(String order) {
        if (order != null && !ViewColumn.isOrder(order)) {
            throw new InvalidValues("orderBy", "Contacts cannot be ordered by this.");
        }
        return order;
    }

    private static String orderDir(String direction) {
        if (direction != null && !DIRECTIONS.contains(direction)) {
            throw new InvalidValues("orderDir", "The direction is asc or desc.");
        }
        return direction;
    }
}
