package io.mauntic.crm.savedview.domain;

import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.InvalidValues;
import java.util.List;
import java.util.Set;

/**
 * A list of contacts as somebody wants to find it again.
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

    /**
     * @throws InvalidValues naming what the list could not show
     */
    public ViewDetails {
        name = PlainText.clean(name);
        search = PlainText.clean(search);
        tag = PlainText.clean(tag);
        stage = PlainText.clean(stage);
        orderBy = PlainText.clean(orderBy);
        orderDir = PlainText.clean(orderDir);
        columns = ViewColumn.known(columns == null ? List.of() : columns);
        if (name == null || name.length() > LONGEST_NAME) {
            throw new InvalidValues("name", "Give the view a name of at most 60 characters.");
        }
        if (orderBy != null && !ViewColumn.isOrder(orderBy)) {
            throw new InvalidValues("orderBy", "Contacts cannot be ordered by this.");
        }
        if (orderDir != null && !DIRECTIONS.contains(orderDir)) {
            throw new InvalidValues("orderDir", "The direction is asc or desc.");
        }
    }
}
