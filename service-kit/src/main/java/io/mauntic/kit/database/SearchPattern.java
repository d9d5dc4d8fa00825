package io.mauntic.kit.database;

/** What a person typed, as a pattern of {@code ilike}. */
public final class SearchPattern {

    private SearchPattern() {}

    /** Empty when there is nothing to search for. */
    public static String containing(String search) {
        if (search == null || search.isBlank()) {
            return "";
        }
        return "%"
                + search.strip()
                        .replace("\u0000", "")
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
